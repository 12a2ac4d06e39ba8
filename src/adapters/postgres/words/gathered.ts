/**
 * Answers questions about one thing together that are asked before anybody waits: one round trip in
 * place of several.
 */
export function gathered<About extends object, Question, Answer>(
  answerAll: (about: About, questions: readonly Question[]) => Promise<readonly Answer[]>,
): (about: About, question: Question) => Promise<Answer> {
  interface Group {
    readonly questions: Question[];
    readonly answers: Promise<readonly Answer[]>;
  }
  const open = new Map<About, Group>();
  const begin = (about: About): Group => {
    const questions: Question[] = [];
    // Runs once whoever asks now has asked all.
    const answers = Promise.resolve().then(() => {
      open.delete(about);
      return answerAll(about, questions);
    });
    const group = { questions, answers };
    open.set(about, group);
    return group;
  };
  return async (about, question) => {
    const { questions, answers } = open.get(about) ?? begin(about);
    const place = questions.push(question) - 1;
    const answer = (await answers)[place];
    if (answer === undefined) throw new Error('A question was left without an answer.');
    return answer;
  };
}
