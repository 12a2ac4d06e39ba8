import { lstat, readFile, realpath, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorpusKeeper, NewArticle } from '../../../ports/corpus-keeper.js';
import { formatOf, isKeepersNotice } from '../corpus/read-article.js';
import { sidecarPath } from '../corpus/sidecar.js';
import { type FoundFile, fileName, walkFolder } from '../corpus/walk-folder.js';
import { type CheckedFile, checkArticle } from './checked-article.js';
import { badFile, keeping, notKept } from './failures.js';
import { type Extension, extensionOf, extensions, plainName } from './file-name.js';
import { makePlace, type Place, placeOf, rosterIn } from './places.js';
import { readingDay, withReading } from './roster-reading.js';
import { keepIn, moveBack, newRemoval, writeNew, writeOver } from './whole-files.js';

export interface FileKeeperOptions {
  /** Folder of the corpus. */
  readonly folder: string;
  /** Files above this size are refused. @default 8 MiB */
  readonly maxFileBytes?: number;
  /** A folder that is none of it, though it be inside. @default none */
  readonly except?: string;
  /** Ids of accords that are known without a folder; one is made for them. @default none */
  readonly knownAccords?: () => Promise<readonly string[]>;
  /** @default the system's clock */
  readonly now?: () => Date;
}

/** Changes that can be undone, the last ones. */
const undoable = 200;
/** Names tried for a file: `name`, `name-2`, `name-3`… */
const namesTried = 1_000;

async function isArticle({ path, absolute }: FoundFile, paths: ReadonlySet<string>) {
  if (fileName(path) === 'roster.csv') return true;
  if (formatOf(path) === null) return false;
  if (paths.has(sidecarPath(path)) || !isKeepersNotice(path, new Uint8Array())) return true;
  return !isKeepersNotice(path, await readFile(absolute));
}

async function articlesAmong(files: readonly FoundFile[]): Promise<readonly string[]> {
  const paths = new Set(files.map(({ path }) => path));
  const found: string[] = [];
  for (const file of files) if (await isArticle(file, paths)) found.push(file.path);
  return found;
}

/** Writes an article and its sidecar under the first free name; gives its path. */
async function store(root: string, base: string, extension: string, checked: CheckedFile) {
  for (let attempt = 1; attempt <= namesTried; attempt += 1) {
    const path = `${base}${attempt === 1 ? '' : `-${attempt}`}.${extension}`;
    const sidecar = join(root, sidecarPath(path));
    // The sidecar goes first: without its article it means nothing.
    if (checked.sidecar !== null) {
      if (!(await writeNew(sidecar, new TextEncoder().encode(checked.sidecar)))) continue;
    }
    const stored = await writeNew(join(root, path), checked.bytes).catch(async (error) => {
      if (checked.sidecar !== null) await rm(sidecar, { force: true }).catch(() => {});
      throw error;
    });
    if (stored) return path;
    if (checked.sidecar !== null) await rm(sidecar, { force: true });
  }
  throw badFile(`${base}.${extension}`, 'its name is taken a thousand times; give it another');
}

/** Keeps a corpus that is a folder. What it removes or replaces stays in the folder `.removed`. */
export function createFileKeeper(options: FileKeeperOptions): CorpusKeeper {
  const { maxFileBytes = 8 * 2 ** 20, knownAccords = async () => [] } = options;
  const now = options.now ?? (() => new Date());
  const undos: { readonly path: string; readonly undo: () => Promise<void> }[] = [];
  const root = () => keeping(options.folder, () => realpath(options.folder));
  const remember = (path: string, undo: () => Promise<void>) => {
    undos.push({ path, undo });
    if (undos.length > undoable) undos.shift();
  };

  const addArticle = async (
    article: NewArticle,
    extension: Extension,
    at: string,
    place: Place,
  ) => {
    const base = `${place.folder}${plainName(article.fileName, article.title)}`;
    const checked = await checkArticle(article, {
      path: `${base}.${extension}`,
      extension,
      accord: place.described ? null : article.accord,
    });
    return keeping(join(at, place.folder), async () => {
      await makePlace(at, place);
      const path = await store(at, base, extension, checked);
      remember(path, async () => {
        await rm(join(at, path));
        if (checked.sidecar !== null) await rm(join(at, sidecarPath(path)), { force: true });
        // Fails for a folder that others have used since, which stays.
        if (place.missing) await rmdir(join(at, place.folder)).catch(() => {});
      });
      return { path, replaced: false };
    });
  };

  /** Puts a file in the place of another or of none, of which a copy is kept; gives what undoes it. */
  const replace = async (at: string, path: string, bytes: Uint8Array, removal: string) => {
    const target = join(at, path);
    const former = await lstat(target).catch(() => null);
    const kept = former ? await keepIn(removal, at, path, 'copy') : null;
    await writeOver(target, bytes);
    return async () => {
      if (kept === null) await rm(target);
      else await writeOver(target, await readFile(kept));
    };
  };

  const replaceRoster = async (
    article: NewArticle & { readonly accord: string },
    at: string,
    { roster: path, description }: ReturnType<typeof rosterIn>,
  ) => {
    const { fileName: name, published, accord } = article;
    const { bytes } = await checkArticle(article, { path, extension: 'csv', accord });
    const former = await lstat(join(at, path)).catch(() => null);
    if (former && !former.isFile()) throw badFile(name, `${path} is not a plain file`);
    return keeping(join(at, path), async () => {
      const described =
        published === null
          ? null
          : withReading(
              await readFile(join(at, description), 'utf8'),
              readingDay(published, name, now().toISOString().slice(0, 10)),
              name,
            );
      const removal = await newRemoval(at, now());
      const undos = [await replace(at, path, bytes, removal)];
      // Last: a break in between leaves a list that says it is older than it is.
      if (described !== null) {
        const text = new TextEncoder().encode(described);
        undos.unshift(await replace(at, description, text, removal));
      }
      remember(path, async () => {
        for (const undo of undos) await undo();
      });
      return { path, replaced: former !== null };
    });
  };

  return {
    add: async (article) => {
      const { bytes, accord } = article;
      const extension = extensionOf(article.fileName);
      if (extension === null) {
        throw badFile(
          article.fileName,
          `such files are not taken; allowed: .${extensions.join(', .')}`,
        );
      }
      if (bytes.length === 0) throw badFile(article.fileName, 'it is empty');
      if (bytes.length > maxFileBytes) {
        const [size, limit] = [bytes.length, maxFileBytes].map((n) => (n / 2 ** 20).toFixed(1));
        throw badFile(article.fileName, `it has ${size} MiB; the limit is ${limit} MiB`);
      }
      const at = await root();
      const { files } = await walkFolder(at, options.except);
      if (extension === 'csv' && accord === null) {
        throw badFile(article.fileName, 'a roster needs its accord; name it');
      }
      const place = await placeOf(at, files, article, knownAccords);
      if (extension !== 'csv' || accord === null) return addArticle(article, extension, at, place);
      if (!place.described) {
        const reason = `a roster needs an accord.yaml beside it, in the folder ${place.folder}`;
        throw badFile(article.fileName, reason);
      }
      return replaceRoster({ ...article, accord }, at, rosterIn(files, place.folder));
    },
    remove: async (path) => {
      const at = await root();
      const { files } = await walkFolder(at, options.except);
      if (!(await articlesAmong(files)).includes(path)) {
        throw notKept(path, 'no article or roster has this path');
      }
      if (!(await lstat(join(at, path))).isFile()) throw notKept(path, 'it is a link, not a file');
      const beside = sidecarPath(path);
      const all = files.some((file) => file.path === beside) ? [path, beside] : [path];
      await keeping(join(at, path), async () => {
        const removal = await newRemoval(at, now());
        const kept: { from: string; to: string }[] = [];
        const restore = async () => {
          for (const { from, to } of kept) {
            if (!(await moveBack(from, to))) throw notKept(path, 'another file has its name now');
          }
        };
        try {
          for (const one of all) {
            kept.push({ from: await keepIn(removal, at, one, 'move'), to: join(at, one) });
          }
        } catch (error) {
          await restore();
          throw error;
        }
        remember(path, restore);
      });
    },
    undo: async (path) => {
      const index = undos.findLastIndex((one) => one.path === path);
      const found = undos[index];
      if (!found) throw notKept(path, 'no change of it can be undone');
      await keeping(path, found.undo);
      undos.splice(index, 1);
    },
    list: async () => {
      const { files } = await walkFolder(await root(), options.except);
      return [...(await articlesAmong(files))].sort();
    },
  };
}
