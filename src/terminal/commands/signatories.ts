import { Command } from 'commander';
import type { Status } from '../../domain/answer.js';
import type { Day } from '../../domain/partial-date.js';
import type { ParticipantType } from '../../domain/participant.js';
import { type Context, print, printJson } from '../context.js';
import { renderCsv } from '../csv.js';
import { openReady } from '../ingesting.js';
import { layoutOf } from '../layout.js';
import { sharedOptions } from '../options.js';
import { presentSignatories } from '../present-list.js';

interface SignatoriesOptions {
  readonly status?: Status;
  readonly bloc?: string;
  readonly type?: ParticipantType;
  readonly asOf?: Day;
  readonly json?: true;
  readonly csv?: true;
}

const csvColumns = ['accord', 'id', 'name', 'type', 'status', 'action', 'on', 'source'];

/** `accord signatories`: everyone's status under an accord on a day. */
export function signatoriesCommand(context: Context): Command {
  return new Command('signatories')
    .summary('list who takes part in an accord, and who does not')
    .description(
      'Lists the participants of an accord with their statuses on a day, and the counts.',
    )
    .argument('<accord>', 'id or name of the accord; `accord accords` lists them')
    .addOption(sharedOptions.status())
    .option('--bloc <bloc>', 'only members of a bloc, such as G20, on that day')
    .addOption(sharedOptions.type())
    .addOption(sharedOptions.asOf())
    .addOption(sharedOptions.json())
    .addOption(sharedOptions.csv())
    .action(async (accord: string, options: SignatoriesOptions) => {
      const { json, csv, ...narrowed } = options;
      const { application, colour } = await openReady(context);
      const list = await application.signatories({ accord, ...narrowed });
      if (json) printJson(context, list);
      else if (csv) {
        const rows = list.participants.map((row) => ({ ...row, accord: list.accord.id }));
        print(context, renderCsv(rows, csvColumns));
      } else print(context, presentSignatories(list, layoutOf(context, colour)));
    });
}
