declare module 'stopword' {
  /** Words too frequent to tell texts apart, lower case: German, French, Spanish, Italian, Portuguese. */
  export const deu: readonly string[];
  export const fra: readonly string[];
  export const spa: readonly string[];
  export const ita: readonly string[];
  export const por: readonly string[];
}
