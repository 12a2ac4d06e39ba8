import type { Claim } from '../domain/claim.js';
import { type DateSpan, formatSpan } from '../domain/partial-date.js';

function edtf(span: DateSpan | null): string | null {
  return span === null ? null : formatSpan(span);
}

/** A claim as `--json` gives it: dates as EDTF text, provenance beside the rest. */
export function claimRecord(claim: Claim) {
  const { accord, participant, kind, provenance, confidence, note } = claim;
  const { by, article, line, start, end, quote, url, published } = provenance;
  return {
    accord,
    participant: { id: participant.id, name: participant.name, type: participant.type },
    action: kind === 'absent' ? null : kind,
    status: kind === 'absent' ? kind : null,
    on: edtf(claim.on),
    effective: edtf(claim.effective),
    reported: edtf(claim.reported),
    article,
    line,
    start,
    end,
    quote,
    url,
    published,
    by,
    confidence,
    note,
  };
}
