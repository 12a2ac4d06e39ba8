import type { Check } from '../../domain/reports.js';
import { type ModelFile, type ModelFiles, shippedFiles } from './model.js';
import { readModelFile } from './model-file.js';

/**
 * Whether the model's files are there, of the right size and unchanged. Reads them whole (50 ms);
 * never throws.
 */
export function checkModelFiles(files: ModelFiles = shippedFiles): readonly Check[] {
  return [checkFile('model weights', files.weights), checkFile('model tokenizer', files.tokenizer)];
}

function checkFile(name: string, file: ModelFile): Check {
  try {
    readModelFile(file);
    const detail = `${file.path}: ${file.bytes} bytes, sha256 ${file.sha256}`;
    return { name, state: 'ok', detail };
  } catch (error) {
    return {
      name,
      state: 'problem',
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}
