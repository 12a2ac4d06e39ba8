import type { AskedQuestion, Vote } from '../../../domain/community.js';
import type { QuestionLog } from '../../../ports/state/question-log.js';
import { type Connection, type Row, recordOf, textOf } from '../connection/connection.js';
import type { Outbox } from './outbox.js';

/** Rows removed at a time, so that no lock is held for long. */
const portion = 1000;

const markGaps = `
  update accord.questions set gap = unanswered or exists (
    select from accord.votes where votes.answer = questions.id and votes.down
  ) where id = any ($1::text[])`;

const gaps = `
  select record, array(
    select votes.record from accord.votes where votes.answer = questions.id order by voter
  ) as votes
  from accord.questions
  where gap and asked_at >= $1 and ($2::text is null or guild = $2)
  order by asked_at desc limit $3`;

/** What text comparison makes of an answer's votes: JSON of each. */
function votesOf(row: Row): readonly Vote[] {
  const votes = row['votes'];
  return Array.isArray(votes) ? votes.map((vote): Vote => JSON.parse(String(vote))) : [];
}

export function questionLog(connection: Connection, outbox: Outbox): QuestionLog {
  return {
    record: (asked) => {
      const unanswered = asked.answer.kind === 'unanswered';
      return outbox.send(() =>
        connection.query(
          `insert into accord.questions (id, asked_at, asker, guild, unanswered, gap, record)
           values ($1, $2, $3, $4, $5, $5, $6) on conflict (id) do nothing`,
          [asked.id, asked.askedAt, asked.user, asked.guild, unanswered, JSON.stringify(asked)],
        ),
      );
    },
    async find(id) {
      const [row] = await connection.query('select record from accord.questions where id = $1', [
        id,
      ]);
      return row ? recordOf<AskedQuestion>(row) : null;
    },
    vote: (vote) =>
      connection.transaction(async (session) => {
        await session.query(
          `insert into accord.votes (answer, voter, down, record)
           select id, $2, $3, $4 from accord.questions where id = $1 for update
           on conflict (answer, voter) do update set down = excluded.down, record = excluded.record`,
          [vote.answer, vote.user, vote.vote === 'down', JSON.stringify(vote)],
        );
        await session.query(markGaps, [[vote.answer]]);
      }),
    async gaps({ guild, since, limit }) {
      const rows = await connection.query(gaps, [since, guild, limit]);
      return rows.map((row) => ({ asked: recordOf<AskedQuestion>(row), votes: votesOf(row) }));
    },
    forget: (user) =>
      connection.transaction(async (session) => {
        const votes = await session.query(
          'delete from accord.votes where voter = $1 returning answer',
          [user],
        );
        await session.query(markGaps, [votes.map((row) => textOf(row, 'answer'))]);
        const asked = await session.query(
          'delete from accord.questions where asker = $1 returning id',
          [user],
        );
        return votes.length + asked.length;
      }),
    async prune(before) {
      for (let gone = 0; ; ) {
        const rows = await connection.query(
          `delete from accord.questions where id in (
             select id from accord.questions where asked_at < $1 limit ${portion}
           ) returning id`,
          [before],
        );
        gone += rows.length;
        if (rows.length < portion) return gone;
      }
    },
  };
}
