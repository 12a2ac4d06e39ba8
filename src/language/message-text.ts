/** A message without its marks, and where each character of what is left stood in it. */
export interface PlainMessage {
  readonly text: string;
  /** The message's own words from `start` until `end` of the plain text. */
  verbatim(start: number, end: number): string;
}

/** Stands for a character that says nothing; private use, so that no message needs it. */
const mask = '\uE000';

/** What says nothing: code, struck words, addresses, mentions, emoji, invisible characters, marks of a format. */
const silent = [
  /```[\s\S]*?```/g,
  /~~[^~]*~~/g,
  /`[^`\n]*`/g,
  /<?https?:\/\/[^\s>]+>?/g,
  /<(?:@[!&]?|#|a?:\w+:|t:)-?\d+(?::\w)?>|@(?:everyone|here)\b/g,
  /:[a-z][a-z0-9_+-]{1,31}:/g,
  /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\uFE0F|\uDB40[\uDC00-\uDC7F]/g,
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/gu,
  /^[ \t]*(?:>{1,3}|#{1,3}|-#)[ \t]+/gm,
  /\*+|_{2,}|~~|\|\||(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\\(?=[*_~|>#[\]()])/gu,
];

/** A link keeps its words; brackets and address go. */
const link = /\[([^\]\n]*)(\]\(\s*<?https?:[^)\s]*>?(?:\s+"[^"]*")?\s*\))/g;

const masking = (text: string) => mask.repeat(text.length);

/** Takes the marks of a chat message off; white space in a line becomes one space. */
export function plainMessage(message: string): PlainMessage {
  let masked = message.replace(
    link,
    (_, words: string, address: string) => `${mask}${words}${masking(address)}`,
  );
  for (const pattern of silent) masked = masked.replace(pattern, masking);
  let text = '';
  const places: number[] = [];
  for (let place = 0; place < masked.length; place += 1) {
    const character = masked[place] ?? '';
    if (character === mask) continue;
    const space = /[^\S\n]/.test(character);
    if (space && (text === '' || /\s$/.test(text))) continue;
    text += space ? ' ' : character;
    places.push(place);
  }
  return {
    text,
    verbatim: (start, end) => {
      const first = places[start] ?? message.length;
      const last = places[end - 1] ?? message.length - 1;
      return message.slice(first, last + 1).trim();
    },
  };
}
