import { chatCommandGroup } from '../chat-command.js';
import { compare } from './compare.js';
import { list } from './list.js';
import { missing } from './missing.js';
import { status } from './status.js';

export const signatories = chatCommandGroup(
  ({ signatories }) => signatories,
  [list, status, missing, compare],
);
