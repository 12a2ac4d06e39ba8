declare module 'wink-porter2-stemmer' {
  /** Porter 2 stem of a lower-case English word. */
  function stem(word: string): string;
  export = stem;
}

declare module 'stopword' {
  /** English words too frequent to tell texts apart, lower case. */
  export const eng: readonly string[];
}
