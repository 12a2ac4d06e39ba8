import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { type ComponentName, customId } from '../custom-ids.js';
import type { Texts } from '../texts/texts.js';

function modal(input: {
  readonly name: ComponentName;
  readonly argument: string;
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly field: string;
}): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId(input.name, input.argument) ?? input.name,
    title: input.title,
    components: [
      {
        type: ComponentType.Label,
        label: input.label,
        component: {
          type: ComponentType.TextInput,
          custom_id: input.field,
          style: TextInputStyle.Paragraph,
          placeholder: input.hint,
          min_length: 1,
          max_length: 1000,
          required: true,
        },
      },
    ],
  };
}

/** Asks what is wrong with an answer; the field is `comment`. */
export function presentWrongForm(input: {
  readonly id: string;
  readonly texts: Texts;
}): APIModalInteractionResponseCallbackData {
  const { wrongTitle, wrongLabel, wrongHint } = input.texts.modals;
  return modal({
    name: 'wrong',
    argument: input.id,
    title: wrongTitle,
    label: wrongLabel,
    hint: wrongHint,
    field: 'comment',
  });
}

/** Asks for a question; the field is `question`. */
export function presentAskForm(input: {
  readonly conversation: string;
  readonly texts: Texts;
}): APIModalInteractionResponseCallbackData {
  const { askTitle, askLabel, askHint } = input.texts.modals;
  return modal({
    name: 'asked-here',
    argument: input.conversation,
    title: askTitle,
    label: askLabel,
    hint: askHint,
    field: 'question',
  });
}
