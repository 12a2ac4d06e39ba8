import { AccordError } from '../domain/errors.js';
import type { IngestReport } from '../domain/reports.js';
import { type Context, note, type Opened } from './context.js';
import { progressDisplay } from './progress.js';

/** Ingests with progress on standard error. Ctrl-C stops it: `cancelled` is thrown, nothing changed. */
export async function ingestWithProgress(context: Context, opened: Opened): Promise<IngestReport> {
  const controller = new AbortController();
  const cancelled = new AccordError('cancelled', 'The ingest was stopped; nothing was changed.');
  const release = context.onInterrupt(() => controller.abort(cancelled));
  const display = progressDisplay(context);
  try {
    return await opened.application.ingest({
      signal: controller.signal,
      onProgress: (progress) => display.update(progress),
    });
  } catch (error) {
    throw controller.signal.aborted ? cancelled : error;
  } finally {
    display.stop();
    release();
  }
}

/** Opens the product with something to answer from: an empty data folder is filled first. */
export async function openReady(context: Context): Promise<Opened> {
  const opened = await context.open();
  if (!(await opened.application.ready())) {
    note(context, 'No snapshot yet: reading the corpus first.');
    const report = await ingestWithProgress(context, opened);
    const files = new Set(report.articles.failed.map(({ path }) => path)).size;
    if (files > 0) {
      const [where, them] = files === 1 ? ['1 file', 'it'] : [`${files} files`, 'them'];
      note(context, `Not everything could be used in ${where}: \`accord ingest\` names ${them}.`);
    }
  }
  return opened;
}
