import type { FakeInteraction, World } from './world.js';

/** Time after the deadline in which a request that arrived before it may still be read. */
const graceMs = 150;

type Opened = Pick<
  FakeInteraction,
  'kind' | 'name' | 'account' | 'channelId' | 'guildId' | 'sourceMessageId'
>;

/** Sends an interaction to the bot and starts the clock of its first response. */
export function openInteraction(
  world: World,
  opened: Opened,
  payload: Readonly<Record<string, unknown>>,
): FakeInteraction {
  const id = world.snowflakes();
  const token = Buffer.from(`interaction:${id}:${world.snowflakes()}`).toString('base64url');
  const interaction: FakeInteraction = {
    ...opened,
    id,
    token,
    payload: { ...payload, id, token, application_id: world.applicationId, version: 1 },
    dispatchedAt: world.now(),
    tokenExpired: false,
    acknowledged: null,
    missedDeadline: false,
    originalId: null,
    modal: null,
    choices: null,
    followupIds: [],
    log: [],
  };
  world.interactions.set(token, interaction);
  deliver(world, interaction);
  setTimeout(() => {
    if (interaction.acknowledged === null) missDeadline(world, interaction, 'nothing came');
  }, world.firstResponseMs + graceMs).unref();
  return interaction;
}

/** Dispatches an interaction, again when it was dispatched before. Interactions need no intent. */
export function deliver(world: World, interaction: FakeInteraction): void {
  const { guildId, payload } = interaction;
  world.dispatch({ type: 'INTERACTION_CREATE', guildId, intents: 0, dataFor: () => payload });
}

export function missDeadline(world: World, interaction: FakeInteraction, what: string): void {
  if (interaction.missedDeadline) return;
  interaction.missedDeadline = true;
  world.missedDeadlines.push(interaction);
  world.violations.push({
    rule: 'deadline',
    path: [],
    message: `No first response to ${interaction.kind} ${interaction.name} within ${world.firstResponseMs} ms: ${what}`,
    request: `interaction ${interaction.id}`,
    at: world.now(),
  });
  world.waiting.changed();
}

export function tokenIsAlive(world: World, interaction: FakeInteraction): boolean {
  return !interaction.tokenExpired && world.now() - interaction.dispatchedAt <= world.tokenLifeMs;
}
