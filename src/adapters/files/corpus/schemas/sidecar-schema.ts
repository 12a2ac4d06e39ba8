import { z } from 'zod';

/** A sidecar is a mapping; its fields are read one by one, as those of front matter. */
export const sidecarSchema = z.record(z.string(), z.unknown());
