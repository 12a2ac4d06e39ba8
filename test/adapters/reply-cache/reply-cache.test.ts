import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileReplyCache } from '../../../src/adapters/files/reply-cache/reply-cache.js';
import { temporaryFolder } from '../../contracts/temporary-folder.js';

describe('replies in files', () => {
  it('are there for whoever comes later, whole, the last of each key', async () => {
    const folder = join(temporaryFolder(), 'data');
    const cache = createFileReplyCache({ folder });
    expect(await cache.find('a1')).toBeNull();
    const long = 'ébène '.repeat(20_000);
    await Promise.all([cache.keep('a1', 'one'), cache.keep('b2', long)]);
    await cache.keep('a1', 'two');
    const later = createFileReplyCache({ folder });
    expect([await later.find('a1'), await later.find('b2')]).toEqual(['two', long]);
    expect(readdirSync(join(folder, 'replies')).toSorted()).toEqual(['a1', 'b2']);
  });

  it('are not missed where they cannot be written', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'replies'), 'a file in the way');
    chmodSync(join(folder, 'replies'), 0o400);
    const cache = createFileReplyCache({ folder });
    await cache.keep('a1', 'one');
    expect(await cache.find('a1')).toBeNull();
  });
});
