/**
 * Keeps all that the entry imports at once in the entry's own file, whatever chunks share it: left to itself, the bundler
 * splits that up, and a page would fetch several files one after the other before anything is seen.
 */

interface ModuleGraph {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

/** A group for `output.codeSplitting`. @param name of the entry's file, without its ending. */
export function firstLoad(entry: string, name: string) {
  let modules: Set<string> | undefined;
  const collect = (graph: ModuleGraph) => {
    modules = new Set([entry]);
    // A set that grows is walked to its end.
    for (const id of modules) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) modules.add(next);
    return modules;
  };
  return { name: (id: string, graph: ModuleGraph) => ((modules ?? collect(graph)).has(id) ? name : null) };
}
