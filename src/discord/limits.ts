/**
 * What Discord takes, from its API documentation (discord-api-docs, c98d64bc). Lengths are counted
 * here in UTF-16 code units. Discord counts some of them in code points, which are never more, so
 * what fits here fits there.
 */
export const limits = {
  message: { content: 2000, embeds: 10, embedText: 6000, rows: 5, files: 10 },
  embed: {
    title: 256,
    description: 4096,
    fields: 25,
    fieldName: 256,
    fieldValue: 1024,
    footer: 2048,
    author: 256,
  },
  command: {
    name: 32,
    description: 100,
    options: 25,
    choices: 25,
    choiceName: 100,
    choiceValue: 100,
    /** All names, descriptions and values of one command together. */
    whole: 8000,
    /** Slash commands of an application. */
    global: 100,
  },
  component: {
    customId: 100,
    buttonsPerRow: 5,
    buttonLabel: 80,
    selectOptions: 25,
    optionLabel: 100,
    optionValue: 100,
    optionDescription: 100,
    placeholder: 150,
  },
  modal: { title: 45, label: 45, placeholder: 100, value: 4000 },
  thread: { name: 100 },
  /** Ours: Discord takes 10 MiB a message; the rest is left to the form around the files. */
  fileBytes: 8 * 1024 * 1024,
} as const;

/** Names of slash commands and their options, in every language. */
export const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
