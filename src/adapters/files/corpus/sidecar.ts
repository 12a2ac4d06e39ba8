import type { Draft } from './draft.js';
import { readFields } from './formats/front-matter.js';
import { readBytes } from './read-bytes.js';
import { readYamlFile } from './read-yaml-file.js';
import { sidecarSchema } from './schemas/sidecar-schema.js';
import type { FoundFile } from './walk-folder.js';

/** Path of the file that describes an article which cannot describe itself: `page.html.yaml`. */
export function sidecarPath(path: string): string {
  return `${path}.yaml`;
}

/** Fields of a sidecar; what is wrong with it is a warning, and costs the article nothing else. */
export async function readSidecar(file: FoundFile, maxBytes: number): Promise<Partial<Draft>> {
  const bytes = await readBytes(file.absolute, maxBytes);
  const reading = bytes.ok ? readYamlFile(bytes.bytes, sidecarSchema) : bytes;
  const fields = reading.ok
    ? readFields(reading.data)
    : { warnings: [`${reading.reason}; ignored`] };
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  return { ...fields, warnings: (fields.warnings ?? []).map((warning) => `${name}: ${warning}`) };
}

/** A draft with what its sidecar says in place of what the file itself says. */
export function described(draft: Draft, given: Partial<Draft>): Draft {
  const told = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return {
    ...draft,
    ...Object.fromEntries(told),
    sources: given.sources && given.sources.length > 0 ? given.sources : draft.sources,
    warnings: [...draft.warnings, ...(given.warnings ?? [])],
  };
}
