import { Command, Option } from 'commander';
import { type Context, print, printJson } from '../context.js';
import { ingestWithProgress } from '../ingesting.js';
import { layoutOf } from '../layout.js';
import { sharedOptions } from '../options.js';
import { presentPreview } from '../present-preview.js';
import { presentIngest } from '../present-reports.js';

interface IngestOptions {
  readonly json?: true;
  readonly dryRun?: true;
  readonly extract?: string;
}

/** `accord ingest`: reads the corpus into a new snapshot. */
export function ingestCommand(context: Context): Command {
  return new Command('ingest')
    .summary('read the corpus into a new snapshot')
    .description(
      'Reads the corpus into a new snapshot and makes it current. What did not change is not embedded again.',
    )
    .addOption(
      new Option(
        '--extract <reader>',
        'who reads claims out of articles (ACCORD_EXTRACT): rules alone, or a model beside them',
      ).choices(['offline', 'model']),
    )
    .option('--dry-run', 'say what would change, or what a model would cost, and do nothing')
    .addOption(sharedOptions.json())
    .action(async ({ json, dryRun, extract }: IngestOptions) => {
      const opened = await context.open(extract === undefined ? {} : { ACCORD_EXTRACT: extract });
      const layout = layoutOf(context, opened.colour);
      if (dryRun) {
        const preview = await opened.application.preview();
        if (json) printJson(context, preview);
        else print(context, presentPreview(preview, layout));
        return;
      }
      const report = await ingestWithProgress(context, opened);
      if (json) printJson(context, report);
      else print(context, presentIngest(report, layout));
    });
}
