import type { AutocompleteInteraction } from 'discord.js';
import type { Clock } from './clock.js';
import type { Targets } from './dispatch-targets.js';
import type { Services } from './services.js';

/** Discord takes no completions after 3 s. */
const patienceMs = 2_000;
/** Discord's limits of choices, and of their names and values in characters. */
const mostChoices = 25;
const longest = 100;

/** At most 100 UTF-16 units, with no pair cut in two. */
function cut(text: string): string {
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}

/** Completes what is being typed; nothing rather than an error. Never throws. */
export async function autocomplete(
  interaction: AutocompleteInteraction,
  tools: { readonly targets: Targets; readonly services: Services; readonly clock: Clock },
): Promise<void> {
  const { targets, services, clock } = tools;
  const { logger, metrics } = services;
  metrics.interaction('autocomplete', interaction.commandName);
  const done = new AbortController();
  try {
    const complete = targets.command(interaction.commandName)?.autocomplete;
    const suggestions = await Promise.race([
      complete?.(interaction, services).catch((error: unknown) => {
        logger.debug('no completions', { error });
        return [];
      }) ?? [],
      clock.sleep(patienceMs, done.signal).then(() => []),
    ]);
    const choices = suggestions
      .filter(({ id }) => id.length > 0 && id.length <= longest)
      .slice(0, mostChoices)
      .map(({ id, name }) => ({ name: cut(name) || id, value: id }));
    await interaction.respond(choices);
  } catch (error) {
    // Whoever types on asks anew: nobody waits for this answer any more.
    logger.debug('completions came too late', { error });
  } finally {
    done.abort();
  }
}
