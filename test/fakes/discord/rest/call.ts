import type { SentFile } from '../rules/message-input.js';
import { type Complaint, errorTree } from '../rules/violations.js';
import type { FakeChannel, RecordedRequest, World } from '../state/world.js';

/** A request as a handler sees it: its body fits Discord's description. */
export interface Call {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly SentFile[];
  /** When its first bytes were read. */
  readonly arrivedAt: number;
  readonly record: RecordedRequest;
}

export interface Outcome {
  readonly status: number;
  readonly body?: unknown;
}

export type Handler = (call: Call) => Outcome;

/** `bot`: needs the bot's token; `token`: the token in the path is enough. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly needs: 'bot' | 'token';
  readonly handle: Handler;
}

export const ok = (body: unknown): Outcome => ({ status: 200, body });
export const nothing: Outcome = { status: 204 };

export function failure(status: number, code: number, message: string, errors?: unknown): Outcome {
  return { status, body: { message, code, ...(errors === undefined ? {} : { errors }) } };
}

export const failures = {
  unauthorized: failure(401, 0, '401: Unauthorized'),
  notFound: failure(404, 0, '404: Not Found'),
  unknownChannel: failure(404, 10003, 'Unknown Channel'),
  unknownGuild: failure(404, 10004, 'Unknown Guild'),
  unknownMember: failure(404, 10007, 'Unknown Member'),
  unknownMessage: failure(404, 10008, 'Unknown Message'),
  unknownUser: failure(404, 10013, 'Unknown User'),
  unknownWebhook: failure(404, 10015, 'Unknown Webhook'),
  unknownInteraction: failure(404, 10062, 'Unknown interaction'),
  unknownCommand: failure(404, 10063, 'Unknown application command'),
  missingAccess: failure(403, 50001, 'Missing Access'),
  notOwnMessage: failure(403, 50005, 'Cannot edit a message authored by another user'),
  missingPermissions: failure(403, 50013, 'Missing Permissions'),
  invalidWebhookToken: failure(401, 50027, 'Invalid Webhook Token'),
  acknowledged: failure(400, 40060, 'Interaction has already been acknowledged.'),
} as const;

/** Notes a thing that the bot should not have done. */
export function note(call: Call, complaint: Complaint): void {
  call.world.violations.push({
    ...complaint,
    request: `${call.record.method} ${call.record.route}`,
    at: call.world.now(),
  });
}

/** Notes the complaints and answers as Discord would. */
export function refuse(call: Call, complaints: readonly Complaint[]): Outcome {
  for (const complaint of complaints) note(call, complaint);
  if (complaints.every(({ rule }) => rule === 'empty-message')) {
    return failure(400, 50006, 'Cannot send an empty message');
  }
  if (complaints.some(({ rule }) => rule === 'file-size')) {
    return failure(413, 40005, 'Request entity too large');
  }
  return failure(400, 50035, 'Invalid Form Body', errorTree(complaints));
}

/** The complaints with their paths below another key. */
export function below(key: string, complaints: readonly Complaint[]): readonly Complaint[] {
  return complaints.map((complaint) => ({ ...complaint, path: [key, ...complaint.path] }));
}

export function channelOf({ world, params }: Call): FakeChannel | undefined {
  return world.channels.get(params['channel_id'] ?? '');
}
