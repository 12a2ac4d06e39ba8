/** Where one part of a question ends: its clauses, and what it compares. */
const joint =
  /[;:]\s+|,?\s+(?:while|whereas|compared (?:to|with)|in contrast to|after|before)\s+|,\s+(?:and|but|or|which|who)\s+|\s+and (?=(?:the|by|a|an|did|does|is|was|as|also|what|why|how|when|where|who|which)\b)/i;
const shortest = 6;
const most = 6;

/**
 * Parts of a question that may each need passages of their own, each of six words or more; none
 * when it is of one piece.
 */
export function partsOf(question: string): readonly string[] {
  const parts = question
    .split(joint)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= shortest);
  return parts.length > 1 ? parts.slice(0, most) : [];
}
