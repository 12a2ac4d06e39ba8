import { presentAbout, presentHelp, presentPrivacy } from '../present/about.js';
import { chatCommand } from './chat-command.js';

const hidden = () => 'hidden-reply' as const;

export const help = chatCommand({
  named: (commands) => commands.help,
  options: [],
  acknowledge: hidden,
  execute: async ({ texts, reply }) => void (await reply.send(presentHelp({ texts }))),
});

export const about = chatCommand({
  named: (commands) => commands.about,
  options: [],
  acknowledge: hidden,
  execute: async ({ services, texts, reply }) => {
    const { application, version } = services;
    const ready = await application.ready();
    const snapshots = ready ? await application.snapshots() : [];
    const snapshot = snapshots.find((one) => one.current) ?? null;
    const accords = ready ? await application.accords() : [];
    await reply.send(presentAbout({ version, snapshot, accords, texts }));
  },
});

export const privacy = chatCommand({
  named: (commands) => commands.privacy,
  options: [],
  acknowledge: hidden,
  execute: async ({ texts, reply }) => void (await reply.send(presentPrivacy({ texts }))),
});
