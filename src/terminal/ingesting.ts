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
    const left = report.articles.failed.length;
    if (left > 0) {
      const files = left === 1 ? '1 file was' : `${left} files were`;
      note(context, `${files} left out: \`accord ingest\` names ${left === 1 ? 'it' : 'them'}.`);
    }
  }
  return opened;
}
