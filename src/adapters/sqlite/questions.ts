import { setImmediate } from 'node:timers/promises';
import type { AskedQuestion, Vote } from '../../domain/community.js';
import type { QuestionLog } from '../../ports/state/question-log.js';
import { recordOf, type Session, textOf } from './session.js';
import type { StateDatabase } from './state-database.js';

/** Rows removed at a time, so that neither a lock nor the thread is held for long. */
const portion = 100;

const markGap = `
  update questions set gap = max(unanswered, exists (
    select 1 from votes where votes.answer = questions.id and votes.down = 1
  )) where id = ?`;

function votesOn(session: Session, answer: string): readonly Vote[] {
  return session.all('select record from votes where answer = ?', answer).map(recordOf<Vote>);
}

function forgetVotes(session: Session, user: string): number {
  const voted = session.all('select answer from votes where user = ?', user);
  const gone = session.run('delete from votes where user = ?', user);
  for (const row of voted) session.run(markGap, textOf(row, 'answer'));
  return gone;
}

export function questionLog(database: StateDatabase): QuestionLog {
  return {
    record: (asked) =>
      database.write((session) => {
        const unanswered = Number(asked.answer.kind === 'unanswered');
        session.run(
          `insert into questions (id, asked_at, user, guild, unanswered, gap, record)
           values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
          asked.id,
          asked.askedAt,
          asked.user,
          asked.guild,
          unanswered,
          unanswered,
          JSON.stringify(asked),
        );
      }),
    find: (id) =>
      database.read((session) => {
        const row = session.get('select record from questions where id = ?', id);
        return row && recordOf<AskedQuestion>(row);
      }),
    vote: (vote) =>
      database.write((session) => {
        session.run(
          `insert into votes (answer, user, down, record)
           select id, ?, ?, ? from questions where id = ?
           on conflict (answer, user) do update set down = excluded.down, record = excluded.record`,
          vote.user,
          Number(vote.vote === 'down'),
          JSON.stringify(vote),
          vote.answer,
        );
        session.run(markGap, vote.answer);
      }),
    gaps: ({ guild, since, limit }) =>
      database.read((session) => {
        const found =
          guild === null
            ? session.all(
                'select record from questions where gap = 1 and asked_at >= ? order by asked_at desc limit ?',
                since,
                limit,
              )
            : session.all(
                'select record from questions where gap = 1 and guild = ? and asked_at >= ? order by asked_at desc limit ?',
                guild,
                since,
                limit,
              );
        return found.map((row) => {
          const asked = recordOf<AskedQuestion>(row);
          return { asked, votes: votesOn(session, asked.id) };
        });
      }),
    forget: (user) =>
      database.write((session) => {
        const votes = forgetVotes(session, user);
        return votes + session.run('delete from questions where user = ?', user);
      }),
    prune: async (before) => {
      for (let gone = 0; ; ) {
        const some = await database.write((session) =>
          session.run(
            `delete from questions where number in
             (select number from questions where asked_at < ? order by asked_at limit ${portion})`,
            before,
          ),
        );
        gone += some;
        if (some < portion) return gone;
        await setImmediate();
      }
    },
  };
}
