import { chatCommandGroup } from '../chat-command.js';
import { addFile } from './add.js';
import { reingest, remove, rollback } from './changing.js';
import { conflicts, diff, gaps, status } from './viewing.js';

export const corpus = chatCommandGroup(
  (commands) => commands.corpus,
  [status, reingest, addFile, remove, diff, rollback, conflicts, gaps],
  { audience: 'stewards' },
);
