export {
  type Expected,
  expectedVerdict,
  missesOf,
} from '../../src/use-cases/model/evaluate-expected.js';
