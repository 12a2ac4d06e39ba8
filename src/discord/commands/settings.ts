import type { GuildSettings } from '../../domain/community.js';
import { presentNotice } from '../present/notices.js';
import { presentSettings } from '../present/settings.js';
import { textsFor } from '../texts/languages.js';
import { type ChatVisit, chatCommandGroup, type Deed } from './chat-command.js';
import { accords, meant } from './completions.js';
import { type Described, described } from './described.js';
import { given } from './given.js';
import { channelOption, type Option, roleOption, textOption } from './option.js';

type Interaction = ChatVisit['interaction'];

/** Changes something and shows the settings as they are then, in the language they ask for. */
function settingDeed(
  named: Deed['named'],
  options: readonly Option[],
  change: (
    interaction: Interaction,
    settings: GuildSettings,
    visit: ChatVisit,
  ) => Partial<GuildSettings> | Promise<Partial<GuildSettings>>,
): Deed {
  return {
    named,
    options,
    acknowledge: () => 'hidden-reply',
    execute: async (visit) => {
      const { interaction, asker, services, reply } = visit;
      const { guild, user } = asker;
      if (guild === null) {
        await reply.send(presentNotice({ text: visit.texts.notices.serverOnly }));
        return;
      }
      // Read anew: what the visit has may be what was known when the store was out of reach.
      const before = await services.community.settings(guild);
      const changed = await change(interaction, before, visit);
      const settings =
        Object.keys(changed).length === 0
          ? before
          : await services.stewardship.configure({ user, guild }, changed);
      const { language } = settings;
      const texts = textsFor(language === 'auto' ? interaction.locale : language);
      await reply.send(presentSettings({ settings, texts }));
    },
  };
}

/** Most channels that are kept. */
const mostChannels = 50;

const channels = settingDeed(
  (commands) => commands.settings.channels,
  [
    textOption(({ settings }) => settings.channels.options.action, {
      required: true,
      choices: {
        allow: ({ choices }) => choices.channelActions.allow,
        remove: ({ choices }) => choices.channelActions.remove,
        reset: ({ choices }) => choices.channelActions.reset,
      },
    }),
    channelOption(({ settings }) => settings.channels.options.channel),
  ],
  (interaction, before) => {
    const action = given(interaction, ({ settings }) => settings.channels.options.action);
    if (action === 'reset') return { channels: [] };
    const option = described(({ settings }) => settings.channels.options.channel).name;
    const id = interaction.options.getChannel(option)?.id ?? interaction.channelId;
    const others = before.channels.filter((one) => one !== id);
    return { channels: action === 'allow' ? [...others, id].slice(-mostChannels) : others };
  },
);

const defaultAccord = settingDeed(
  (commands) => commands.settings.defaultAccord,
  [textOption(({ settings }) => settings.defaultAccord.options.accord, { complete: accords })],
  async (_interaction, _before, visit) => {
    const option: Described = ({ settings }) => settings.defaultAccord.options.accord;
    const name = await meant(visit, 'accord', option);
    if (name === null) return { defaultAccord: null };
    return { defaultAccord: (await visit.services.application.accord(name)).summary.id };
  },
);

const adminRole = settingDeed(
  (commands) => commands.settings.adminRole,
  [roleOption(({ settings }) => settings.adminRole.options.role)],
  (interaction) => {
    const option = described(({ settings }) => settings.adminRole.options.role).name;
    return { adminRole: interaction.options.getRole(option)?.id ?? null };
  },
);

const answers = settingDeed(
  (commands) => commands.settings.answers,
  [
    textOption(({ settings }) => settings.answers.options.shown, {
      required: true,
      choices: {
        public: ({ choices }) => choices.answers.public,
        private: ({ choices }) => choices.answers.private,
      },
    }),
  ],
  (interaction) => {
    const shown = given(interaction, ({ settings }) => settings.answers.options.shown);
    return { answers: shown === 'private' ? 'private' : 'public' };
  },
);

const language = settingDeed(
  (commands) => commands.settings.language,
  [
    textOption(({ settings }) => settings.language.options.language, {
      required: true,
      choices: {
        auto: ({ choices }) => choices.languages.auto,
        en: ({ choices }) => choices.languages.en,
        fr: ({ choices }) => choices.languages.fr,
      },
    }),
  ],
  (interaction) => {
    const chosen = given(interaction, ({ settings }) => settings.language.options.language);
    return { language: chosen === 'en' || chosen === 'fr' ? chosen : 'auto' };
  },
);

const show = settingDeed(
  (commands) => commands.settings.show,
  [],
  () => ({}),
);

export const settings = chatCommandGroup(
  (commands) => commands.settings,
  [show, channels, defaultAccord, adminRole, answers, language],
  { audience: 'managers' },
);
