import { BaseCallbackHandler } from '@langchain/core/callbacks/base';

function named(name: string | undefined): BaseCallbackHandler {
  return Object.assign(BaseCallbackHandler.fromMethods({}), { name });
}

/**
 * Callbacks that keep a chain to itself whatever the environment says. LangChain adds its tracer
 * (LANGSMITH_TRACING and three like it) and its printer (LANGCHAIN_VERBOSE) only to chains that have
 * none of the same name; these have the names and do nothing. Its printer goes by no name.
 */
export function untraced(): BaseCallbackHandler[] {
  return [named('langchain_tracer'), named(undefined)];
}
