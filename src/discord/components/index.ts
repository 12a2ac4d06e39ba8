import type { Component } from '../command.js';
import { answerPage, sources, sourcesPage } from './answer-buttons.js';
import { askedHere, askHere } from './ask-here.js';
import { follow } from './follow.js';
import { forgetConfirm } from './forget.js';
import { comparePage, conflictsPage, listFile, listJump, listPage, recordPage } from './lists.js';
import { reingestCancel, reingestConfirm, reingestDecline } from './reingest.js';
import { share } from './share.js';
import { vote, wrong } from './votes.js';

/** Every button, select and form that the bot's messages have. */
export const components: readonly Component[] = [
  sources,
  sourcesPage,
  share,
  vote,
  wrong,
  follow,
  askHere,
  askedHere,
  answerPage,
  listPage,
  listJump,
  listFile,
  recordPage,
  comparePage,
  conflictsPage,
  reingestCancel,
  reingestConfirm,
  reingestDecline,
  forgetConfirm,
];
