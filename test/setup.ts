import { configureGlobal } from 'fast-check';

/**
 * The gate draws the same random inputs every time, so that it fails on what a change did. New
 * inputs come from another seed: ACCORD_TEST_SEED=random, or a number to draw a failure again.
 */
const seed = process.env['ACCORD_TEST_SEED'] ?? '20181112';
if (seed !== 'random') configureGlobal({ seed: Number(seed) });
