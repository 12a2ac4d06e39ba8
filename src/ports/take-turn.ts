/**
 * True for whoever takes the turn of that name: once in so many milliseconds, over all processes.
 * Throws where it cannot be known.
 */
export type TakeTurn = (name: string, milliseconds: number) => Promise<boolean>;
