import type { Article } from '../domain/article.js';
import type { Bloc } from '../domain/bloc.js';
import type { Day } from '../domain/partial-date.js';
import type { Passage } from '../domain/passage.js';
import { buildRegister } from '../domain/register/build-register.js';
import type { Register } from '../domain/register/register.js';
import type { Groups } from '../domain/register/universe.js';
import type { SnapshotManifest } from '../domain/snapshot.js';
import { buildNameIndex, buildNameIndexInTurns } from '../language/name-index.js';
import type { NamedEntry } from '../language/names.js';
import type { QuestionContext } from '../language/question/reading.js';
import type { LexicalIndex, LexicalIndexFactory } from '../ports/lexical-index.js';
import type { OpenedSnapshot } from '../ports/snapshot-store.js';
import type { StatesDirectory } from '../ports/states-directory.js';
import type { VectorIndex, VectorStore } from '../ports/vector-store.js';
import type { Gathered } from './gather.js';

/** A snapshot opened for answering: everything looked up by key, indexes loaded. */
export interface Knowledge {
  readonly manifest: SnapshotManifest;
  readonly register: Register;
  readonly groups: Groups;
  readonly articles: ReadonlyMap<string, Article>;
  readonly passages: readonly Passage[];
  readonly lexical: LexicalIndex;
  readonly vectors: VectorIndex;
  readonly names: Pick<QuestionContext, 'names' | 'groups' | 'demonyms'>;
  readonly failed: number;
}

/** Names that questions and articles can use, as entries for a name index. */
export function namedEntries(content: {
  readonly accords: OpenedSnapshot['content']['accords'];
  readonly participants: OpenedSnapshot['content']['participants'];
}): readonly NamedEntry[] {
  return [
    ...content.accords.map(
      (accord): NamedEntry => ({
        kind: 'accord',
        id: accord.id,
        names: [accord.title, accord.short, ...accord.aliases],
      }),
    ),
    ...content.participants.map(
      (participant): NamedEntry => ({
        kind: 'participant',
        id: participant.id,
        names: [participant.name, ...participant.aliases],
      }),
    ),
  ];
}

/** What an extractor of claims holds names against. */
export function readingWorld(content: Gathered, directory: StatesDirectory) {
  const participants = new Map(content.participants.map((one) => [one.id, one]));
  return {
    names: buildNameIndex(namedEntries(content)),
    participants: (id: string) => participants.get(id),
    accords: content.accords,
    blocs: content.blocs,
    regions: directory.regions,
    demonyms: directory.demonyms,
  };
}

/** "African states" also gives "African state" and, for "African companies", "African" alone. */
function withAdjectives(names: readonly string[]): readonly string[] {
  const single = names.flatMap((name) => {
    const match = /^(.+) (?:states|countries|nations)$/.exec(name);
    return match?.[1] ? [match[1]] : [];
  });
  return [...new Set([...names, ...single])];
}

/** Names of blocs and regions, as entries for a name index. */
export function groupEntries(
  blocs: readonly Bloc[],
  directory: StatesDirectory,
): readonly NamedEntry[] {
  return [
    ...blocs.map(
      ({ id, name, aliases }): NamedEntry => ({ kind: 'bloc', id, names: [id, name, ...aliases] }),
    ),
    ...directory.regions.map(
      ({ id, name, aliases }): NamedEntry => ({
        kind: 'region',
        id,
        names: withAdjectives([name, ...aliases]),
      }),
    ),
  ];
}

/** Nationalities as entries for a name index, their people too: "Russian", "Russians". */
export function demonymEntries(directory: StatesDirectory): readonly NamedEntry[] {
  return directory.states.map(({ id }): NamedEntry => {
    const names = directory.demonyms.get(id) ?? [];
    const people = names.filter((name) => /[ain]$/.test(name)).map((name) => `${name}s`);
    return { kind: 'participant', id, names: [...names, ...people] };
  });
}

/** Gives questions that are being answered their turn between two parts of the work. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

interface OpeningTools {
  readonly directory: StatesDirectory;
  readonly lexicalIndexes: LexicalIndexFactory;
  readonly vectorStore: VectorStore;
  /** What was open before: it lends what depends on names alone, where those are the same. */
  readonly before?: Knowledge | null;
}

async function namesOf(
  { content, manifest }: OpenedSnapshot,
  { directory, before }: OpeningTools,
): Promise<Knowledge['names']> {
  if (before?.manifest.madeBy.claims === manifest.madeBy.claims) return before.names;
  const demonyms = demonymEntries(directory);
  const build = (entries: readonly NamedEntry[]) => buildNameIndexInTurns(entries, nextTurn);
  return {
    names: await build(namedEntries(content)),
    groups: await build(groupEntries(content.blocs, directory)),
    demonyms: await build(demonyms),
  };
}

/** Both at once; vectors that were opened are closed again where the other fails. */
async function withVectors<T>(
  opening: Promise<VectorIndex>,
  other: () => Promise<T>,
): Promise<readonly [VectorIndex, T]> {
  const [vectors, rest] = await Promise.allSettled([opening, other()]);
  if (vectors.status === 'rejected') throw vectors.reason;
  if (rest.status === 'fulfilled') return [vectors.value, rest.value];
  await vectors.value.close();
  throw rest.reason;
}

/** Opens what a snapshot holds. Costs the reading of its indexes; answers then touch memory only. */
export async function openKnowledge(
  opened: OpenedSnapshot,
  tools: OpeningTools,
): Promise<Knowledge> {
  const { content, manifest } = opened;
  const register = buildRegister({
    accords: content.accords,
    participants: content.participants,
    claims: content.claims,
    states: tools.directory.states.map((state) => state.id),
    learned: manifest.createdAt.slice(0, 10),
  });
  await nextTurn();
  const articles = new Map(content.articles.map((article) => [article.path, article]));
  const [vectors, [lexical, names]] = await withVectors(
    tools.vectorStore.open(opened.folder, content.vectors),
    async () => [await tools.lexicalIndexes.load(opened.lexical), await namesOf(opened, tools)],
  );
  return {
    manifest,
    register,
    groups: {
      blocs: new Map(content.blocs.map((bloc) => [bloc.id, bloc])),
      regions: new Map(tools.directory.regions.map((region) => [region.id, region])),
    },
    articles,
    passages: content.passages,
    lexical,
    vectors,
    names,
    failed: content.failed.length,
  };
}

/** What the question parser reads against, for a day and a default accord. */
export function questionContext(
  knowledge: Knowledge,
  today: Day,
  defaultAccord: string | null,
): QuestionContext {
  const { accords } = knowledge.register;
  const only = accords.size === 1 ? [...accords.keys()][0] : undefined;
  const usual = defaultAccord !== null && accords.has(defaultAccord) ? defaultAccord : null;
  return { ...knowledge.names, today, defaultAccord: usual ?? only ?? null };
}
