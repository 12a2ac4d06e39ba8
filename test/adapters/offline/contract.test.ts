import { createOfflineExtractor } from '../../../src/adapters/offline/claim-extractor.js';
import { describeClaimExtractor } from '../../contracts/claim-extractor.js';

describeClaimExtractor('by rules', createOfflineExtractor);
