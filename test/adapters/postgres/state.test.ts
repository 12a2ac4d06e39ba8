import { expect, it } from 'vitest';
import { preparedBy } from '../../../src/adapters/postgres/connection/prepared.js';
import { migrate } from '../../../src/adapters/postgres/migrations/migrate.js';
import { createPostgresStateStore } from '../../../src/adapters/postgres/state/state-store.js';
import { describeStateStore, unansweredOf } from '../../contracts/state-store.js';
import { describeOnDatabases } from './harness.js';

describeOnDatabases((database) => {
  const connect = () => preparedBy(database.connect(), (one) => migrate(one, 'accord at test'));
  const open = (now = () => new Date()) => createPostgresStateStore(connect(), now);

  describeStateStore('postgres', ({ now }) => open(now));

  it('never changes or removes entries of the audit log', async () => {
    const connection = connect();
    const { audit } = createPostgresStateStore(connection, () => new Date());
    const entry = { at: '2026', user: 'u', guild: null, act: 'add', detail: '' } as const;
    await audit.append({ ...entry, outcome: 'done' });
    for (const change of ["update accord.audit set record = ''", 'delete from accord.audit']) {
      await expect(connection.query(change)).rejects.toThrow('never changed');
    }
    await expect(connection.query('truncate accord.audit')).rejects.toThrow('never changed');
    expect(await audit.list({ guild: null, limit: 9 })).toHaveLength(1);
  });

  it('is migrated and used by many at once', async () => {
    const stores = Array.from({ length: 4 }, () => open());
    const claims = Array.from({ length: 40 }, (_, n) => stores[n % 4]?.deliveries.claim('e'));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        stores[n % 4]?.questions.record(unansweredOf({ id: `q${n}` })),
      ),
    );
    expect(await open().questions.gaps({ guild: null, since: '2026', limit: 99 })).toHaveLength(60);
  });

  it('is refused when a newer version migrated it', async () => {
    const connection = connect();
    await connection.query('insert into accord.accord_migrations (version) values (99)');
    await expect(open().check()).rejects.toMatchObject({
      code: 'state-unavailable',
      message: expect.stringMatching(/accord at test.*newer version.*schema 99/),
    });
  });
});
