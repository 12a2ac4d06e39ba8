import { AccordError } from '../domain/errors.js';
import type { Check } from '../domain/reports.js';
import type { ClaimExtractor } from '../ports/claim-extractor.js';
import type { Embedder } from '../ports/embedder.js';
import type { IngestRunner } from '../ports/ingest-runner.js';
import type { Reranker } from '../ports/reranker.js';
import type { SnapshotKeeping } from '../ports/snapshot-keeping.js';
import type { OpenedSnapshot } from '../ports/snapshot-store.js';
import type { VectorStore } from '../ports/vector-store.js';
import { answerQuestion } from './answer-question.js';
import type { Application } from './application.js';
import { checkMessage, namesOf } from './check-text.js';
import { compareSnapshots } from './compare-snapshots.js';
import { sameEmbedder } from './embed-passages.js';
import { followUp } from './follow-up.js';
import { previewIngest } from './ingest/preview.js';
import type { IngestTools } from './ingest/tools.js';
import { ingestCorpus } from './ingest-corpus.js';
import { createHolding } from './keeping/holding.js';
import { repairSnapshots } from './keeping/repair.js';
import { verifyByOpening } from './keeping/verify-by-opening.js';
import { type Knowledge, openKnowledge, questionContext } from './knowledge.js';
import type { ModelDesk } from './model/model-desk.js';
import { bestOfEach, retrieve } from './passages/retrieve.js';
import { accordDetails } from './register/accord-details.js';
import { compareAccords } from './register/compare-accords.js';
import { participantRecord } from './register/participant-record.js';
import { resolve } from './resolve-name.js';
import { serveCurrent } from './serve-current.js';
import { listSignatories } from './signatories.js';
import { suggestNames } from './suggest-names.js';
import { listConflicts, summariseAccords, summariseSnapshot } from './summaries.js';

export interface ApplicationTools extends IngestTools {
  /** The store that built an index, by the name in its manifest. Throws when there is none. */
  readonly vectorStoreNamed: (name: string) => VectorStore;
  readonly defaultAccord: string | null;
  readonly minConfidence: number;
  /** Writes answers and reads questions. @default none */
  readonly model?: ModelDesk | null;
  /** Tells how near what the model writes is to what it cites. @default that is not asked */
  readonly similarity?: Pick<Embedder, 'embedPassages'>;
  /** Orders the best passages anew. @default none */
  readonly reranker?: Reranker | undefined;
  readonly checks: () => Promise<readonly Check[]>;
  /** Needed where snapshots can be spoilt or left over. @default opening is all there is to verify */
  readonly keeping?: SnapshotKeeping;
  /** Where ingests run. @default in this process */
  readonly runner?: IngestRunner;
  /** Told what an admin should know, such as that a new snapshot cannot be opened. */
  readonly onNotice?: (notice: string) => void;
}

/** Passages looked at for each article wanted: long articles have several. */
const passagesAnArticle = 8;

/** The product behind every front. Snapshots are opened on first use and kept while current. */
export function createApplication(tools: ApplicationTools): Application {
  const { snapshots, embedder } = tools;
  const today = () => tools.now().toISOString().slice(0, 10);
  /** Throws `embedder-mismatch` where the snapshot's vectors are not those of this embedder. */
  const openFitting = async (id: string): Promise<OpenedSnapshot> => {
    const snapshot = await snapshots.open(id);
    const { embedder: made } = snapshot.manifest;
    if (sameEmbedder(made, embedder)) return snapshot;
    throw new AccordError(
      'embedder-mismatch',
      `Snapshot ${id} was made by the embedder ${made.id}, but ${embedder.id} is configured. Run "accord ingest" to rebuild it, or configure the former.`,
      { facts: { snapshot: id, made: made.id, configured: embedder.id } },
    );
  };
  const open = async (id: string, before: Knowledge | null): Promise<Knowledge> => {
    const snapshot = await openFitting(id);
    const knowledge = await openKnowledge(snapshot, {
      directory: tools.directory,
      lexicalIndexes: tools.lexicalIndexes,
      vectorStore: tools.vectorStoreNamed(snapshot.manifest.vectorStore.name),
      before,
    });
    // The first suggestion lists all names once; nobody who types should wait for that.
    suggestNames(knowledge, 'participant', '', 1);
    return knowledge;
  };

  const held = createHolding(tools.keeping, open);
  const serving = serveCurrent({
    current: () => snapshots.current(),
    others: async () => (await snapshots.list()).map(({ id }) => id),
    open: held.open,
    onLeave: held.leave,
    now: tools.now,
    onNotice: tools.onNotice ?? (() => {}),
  });
  const current = serving.knowledge;

  // Its index of names costs some 200 ms: built once for a snapshot, and only when it is needed.
  let reader: { readonly of: Knowledge; readonly extractor: ClaimExtractor } | null = null;
  const extractorOf = (knowledge: Knowledge): ClaimExtractor => {
    if (reader?.of !== knowledge) {
      reader = { of: knowledge, extractor: tools.extractorFor(namesOf(knowledge)) };
    }
    return reader.extractor;
  };

  const accordNamed = ({ register, names }: Knowledge, name: string): string =>
    resolve(names.names, 'accord', register.accords, name);

  /** The last one that was asked for by its id. */
  let asked: { readonly id: string; readonly knowledge: Promise<Knowledge> } | null = null;
  const knowledgeOf = (id: string): Promise<Knowledge> => {
    if (asked?.id !== id) {
      const own = { id, knowledge: open(id, null) };
      own.knowledge.catch(() => {
        if (asked === own) asked = null;
      });
      asked = own;
    }
    return asked.knowledge;
  };

  const ready = async (): Promise<boolean> => {
    try {
      return (await snapshots.current()) !== null;
    } catch (error) {
      // A spoilt pointer: what snapshots there are answer.
      if ((await snapshots.list()).length > 0) return true;
      throw error;
    }
  };
  const ingest: Application['ingest'] = async (options) => {
    const report = await (tools.runner ? tools.runner.run(options) : ingestCorpus(tools, options));
    await serving.caughtUp();
    return report;
  };

  return {
    ready,
    ingest,
    preview: (options) => previewIngest(tools, options),
    ask: async (question, { accord, snapshot, ...options } = {}) => {
      const knowledge = await (snapshot === undefined ? current() : knowledgeOf(snapshot));
      return answerQuestion({ ...tools, knowledge }, question, {
        ...options,
        ...(accord === undefined ? {} : { accord: accordNamed(knowledge, accord) }),
      });
    },
    search: async (query, { limit }) => {
      const knowledge = await current();
      const { found } = await retrieve(knowledge, embedder, query, limit * passagesAnArticle, {
        reranker: tools.reranker,
        feedback: true,
      });
      return bestOfEach(found, limit).map(({ passage, score }, index) => {
        const article = knowledge.articles.get(passage.article);
        return {
          rank: index + 1,
          score,
          article: passage.article,
          title: article?.title ?? passage.article,
          url: article?.url ?? null,
          published: article?.published ?? null,
          text: passage.text,
        };
      });
    },
    claims: async ({ accord, article }) => {
      const knowledge = await current();
      const { register } = knowledge;
      const id = accord === undefined ? undefined : accordNamed(knowledge, accord);
      const ids = id === undefined ? [...register.accords.keys()] : [id];
      const claims = ids.flatMap((one) => register.claimsOn(one));
      return article === undefined
        ? claims
        : claims.filter((claim) => claim.provenance.article === article);
    },
    signatories: async (query) => listSignatories(await current(), query, today()),
    standalone: async (question, turns) => {
      if (turns.length === 0) return question;
      const knowledge = await current();
      const context = questionContext(knowledge, today(), tools.defaultAccord);
      return followUp(knowledge.register, context, question, turns);
    },
    suggest: async (kind, typed, limit) => suggestNames(await current(), kind, typed, limit),
    accord: async (name) => {
      const knowledge = await current();
      const accord = knowledge.register.accords.get(accordNamed(knowledge, name));
      if (!accord) throw new AccordError('not-found', `There is no accord "${name}".`);
      return accordDetails(knowledge, accord, today());
    },
    participant: async (query) => participantRecord(await current(), query, today()),
    compare: async ({ a, b, bloc, asOf }) => {
      const knowledge = await current();
      const { register, groups, names } = knowledge;
      return compareAccords(
        register,
        groups,
        {
          a: accordNamed(knowledge, a),
          b: accordNamed(knowledge, b),
          bloc: bloc === undefined ? null : resolve(names.groups, 'bloc', groups.blocs, bloc),
          ...(asOf === undefined ? {} : { asOf }),
        },
        today(),
      );
    },
    check: async (text) => {
      const knowledge = await current();
      const { manifest } = knowledge;
      const checking = {
        extractor: extractorOf(knowledge),
        defaultAccord: tools.defaultAccord,
        today: today(),
      };
      return { ...(await checkMessage(knowledge, checking, text)), snapshot: manifest.id };
    },
    accords: async () => summariseAccords(await current(), today()),
    conflicts: async (accord) => listConflicts(await current(), accord),
    snapshots: async () => {
      const id = await snapshots.current();
      return (await snapshots.list()).map((manifest) => summariseSnapshot(manifest, id));
    },
    rollback: async (id) => {
      const { manifest } = await openFitting(id);
      await snapshots.setCurrent(id);
      await serving.caughtUp();
      return summariseSnapshot(manifest, id);
    },
    diff: async (from, to) => {
      const [before, after] = [await snapshots.open(from), await snapshots.open(to)];
      return { from, to, ...compareSnapshots(before.content, after.content, today()) };
    },
    verify: (id) => tools.keeping?.verify(id) ?? verifyByOpening(snapshots, id),
    sweep: async () => (await tools.keeping?.sweep()) ?? { removed: [], spared: [] },
    repair: async () => {
      const checks = await repairSnapshots(snapshots, ingest);
      await serving.caughtUp();
      return checks;
    },
    doctor: tools.checks,
    close: async () => {
      await serving.close();
      const last = await asked?.knowledge.catch(() => null);
      await last?.vectors.close();
      await tools.reranker?.close();
      await embedder.close();
    },
  };
}
