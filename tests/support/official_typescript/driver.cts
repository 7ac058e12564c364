// Drives the sandbox with the vendor's own TypeScript client 17.2.0, its last edition that has results.
//
// Prints TypeScript: each answer as a constant of the type that the client declares for it. The compiler then refuses
// a missing required field, another type, and a value that an enum does not have. A field that the client does not know
// is accepted, as the vendor's servers send more than an older client knows.

import type { AxiosResponse } from "axios";

type Vendor = typeof import("launchdarkly-api-typescript");
type Api = Extract<keyof Vendor, `${string}Api`>;
type Instance<A extends Api> = InstanceType<Vendor[A]>;

declare function require(name: string): unknown;
declare const process: { argv: string[]; exitCode: number; stdout: { write(text: string): void } };

const vendor = require("launchdarkly-api-typescript") as Vendor;
const [P, E] = ["sandbox", "production"];
const [METRIC, FLAG] = ["metric-key-123abc", "example-flag-for-experiment"];
const EVERYTHING = "previousIterations,draftIteration,secondaryMetrics,treatments";
const SEMANTIC = { headers: { "Content-Type": "application/json; domain-model=launchdarkly.semanticpatch" } };
const HEADER = `import type { AxiosResponse } from "axios";
type Vendor = typeof import("launchdarkly-api-typescript");
type Answer<F> = F extends (...given: any[]) => Promise<AxiosResponse<infer T>> ? T : never;
type More<T> = T extends readonly (infer U)[] ? More<U>[]
  : T extends object ? { [K in keyof T]: More<T[K]> } & { [name: string]: unknown } : T;
type Api = Extract<keyof Vendor, \`\${string}Api\`>;
type Declared<A extends Api, O extends keyof InstanceType<Vendor[A]>> = More<Answer<InstanceType<Vendor[A]>[O]>>;
`;

const lines: string[] = [];
const called = new Set<string>();

function check(right: unknown, what: string): void {
  if (!right) throw new Error(`not as expected: ${what}`);
}

class Caller<A extends Api> {
  readonly name: A;
  readonly api: Instance<A>;

  constructor(name: A, url: string, token: string) {
    this.name = name;
    const configuration = new vendor.Configuration({
      apiKey: token,
      basePath: url,
      baseOptions: { headers: { "LD-API-Version": "beta" } },
    });
    this.api = new (vendor[name] as unknown as new (one: unknown) => Instance<A>)(configuration);
  }

  async answer<O extends keyof Instance<A> & string, T>(operation: O, response: Promise<AxiosResponse<T>>): Promise<T> {
    const { data, status } = await response;
    called.add(operation);
    if (status === 204) check((data as unknown) === "", `${operation} has no content`);
    else lines.push(`export const _${lines.length}: Declared<"${this.name}", "${operation}"> = ${JSON.stringify(data)};`);
    return data;
  }
}

// What later editions do not have, or have in another shape.
const asThen = process.argv[4] === "beta";

async function experiments(url: string, token: string, key: string): Promise<void> {
  const to = new Caller("ExperimentsApi", url, token);
  const flags = new Caller("FeatureFlagsApi", url, token);
  const flag = await flags.answer("getFeatureFlag", flags.api.getFeatureFlag(P, FLAG));
  const parameters = [{ flagKey: FLAG, variationId: flag.variations[0]._id! }];
  const iteration = {
    hypothesis: "It helps",
    metrics: [{ key: METRIC, primary: true }],
    treatments: [
      { name: "A", baseline: true, allocationPercent: "50", parameters },
      { name: "B", baseline: false, allocationPercent: "50", parameters },
    ],
    flags: { [FLAG]: { ruleId: "fallthrough", flagConfigVersion: 1 } },
    randomizationUnit: "user",
  };
  const body = { key, name: "Official", maintainerId: "m", iteration };
  await to.answer("createExperiment", to.api.createExperiment(P, E, body));
  const patch = async (...instructions: object[]) =>
    to.answer("patchExperiment", to.api.patchExperiment(P, E, key, { instructions }, SEMANTIC));
  check((await patch({ kind: "startIteration" })).currentIteration?.status === "running", "it runs");
  check((await patch({ kind: "updateName", value: "New" })).name === "New", "its name");
  await to.answer("createIteration", to.api.createIteration(P, E, key, iteration));
  const found = await to.answer("getExperiment", to.api.getExperiment(P, E, key, EVERYTHING));
  const treatment = found.currentIteration?.treatments?.[1]._id;
  await patch({ kind: "stopIteration", winningTreatmentId: treatment, winningReason: "It did" });
  const all = await to.answer("getExperiments", to.api.getExperiments(P, E, 20, 0, "status:running", EVERYTHING));
  for (const one of asThen ? all.items : []) {
    const metric = one.currentIteration?.primaryMetric?.key ?? METRIC;
    await to.answer("getExperimentResults", to.api.getExperimentResults(P, E, one.key, metric));
  }
  const units = [{ randomizationUnit: "user", standardRandomizationUnit: "user" as const, default: true }];
  await to.answer("putExperimentationSettings", to.api.putExperimentationSettings(P, { randomizationUnits: units }));
  await to.answer("getExperimentationSettings", to.api.getExperimentationSettings(P));
}

async function metrics(url: string, token: string, key: string): Promise<void> {
  const to = new Caller("MetricsApi", url, token);
  const groups = new Caller("MetricsBetaApi", url, token);
  const operations = [{ op: "replace", path: "/name", value: "New" }];
  await to.answer("postMetric", to.api.postMetric(P, { key, kind: "custom", eventKey: "e", isNumeric: false }));
  check((await to.answer("patchMetric", to.api.patchMetric(P, key, operations))).name === "New", "its name");
  await to.answer("getMetric", to.api.getMetric(P, METRIC, "experiments"));
  check((await to.answer("getMetrics", to.api.getMetrics(P, undefined, 50))).items?.length, "metrics");
  const member = [{ key: METRIC, nameInGroup: "A" }];
  const group = { key, name: "G", kind: "funnel" as const, maintainerId: "m", tags: [], metrics: member };
  await groups.answer("createMetricGroup", groups.api.createMetricGroup(P, group));
  await groups.answer("patchMetricGroup", groups.api.patchMetricGroup(P, key, operations));
  await groups.answer("getMetricGroups", groups.api.getMetricGroups(P));
  await groups.answer("getMetricGroup", groups.api.getMetricGroup(P, key));
  await groups.answer("deleteMetricGroup", groups.api.deleteMetricGroup(P, key));
  await to.answer("deleteMetric", to.api.deleteMetric(P, key));
}

async function traffic(url: string, token: string, key: string): Promise<void> {
  const holdouts = new Caller("HoldoutsBetaApi", url, token);
  const layers = new Caller("LayersApi", url, token);
  const held = await holdouts.answer(
    "postHoldout",
    holdouts.api.postHoldout(P, E, {
      key,
      name: "H",
      description: "d",
      holdoutamount: "1",
      primarymetrickey: METRIC,
      metrics: [{ key: METRIC }],
      randomizationunit: "user",
      attributes: [],
    }),
  );
  await holdouts.answer("getAllHoldouts", holdouts.api.getAllHoldouts(P, E));
  await holdouts.answer("getHoldout", holdouts.api.getHoldout(P, E, key));
  await holdouts.answer("getHoldoutById", holdouts.api.getHoldoutById(P, E, held._id));
  const end = { instructions: [{ kind: "endHoldout" }] };
  await holdouts.answer("patchHoldout", holdouts.api.patchHoldout(P, E, key, end, SEMANTIC));
  await layers.answer("createLayer", layers.api.createLayer(P, { key, name: "L", description: "d" }));
  const renamed = { instructions: [{ kind: "updateName", name: "New" }] };
  check((await layers.answer("updateLayer", layers.api.updateLayer(P, key, renamed, SEMANTIC))).name === "New", "name");
  await layers.answer("getLayers", layers.api.getLayers(P));
}

async function flags(url: string, token: string, key: string): Promise<void> {
  const to = new Caller("FeatureFlagsApi", url, token);
  await to.answer("postFeatureFlag", to.api.postFeatureFlag(P, { key, name: "F", tags: ["a"] }));
  const patch = [{ op: "replace", path: "/name", value: "New" }];
  check((await to.answer("patchFeatureFlag", to.api.patchFeatureFlag(P, key, { patch }))).name === "New", "its name");
  const on = { environmentKey: E, instructions: [{ kind: "turnFlagOn" }, { kind: "updateMaintainerTeam", value: "t" }] };
  // The client declares the body of a JSON patch alone.
  const sent = to.api.patchFeatureFlag(P, key, on as never, undefined, SEMANTIC);
  check((await to.answer("patchFeatureFlag", sent)).environments?.[E].on, "it is on");
  const filter = "filterEnv:production";
  const all = to.api.getFeatureFlags(P, undefined, undefined, 50, 0, undefined, undefined, filter);
  check((await to.answer("getFeatureFlags", all)).items.length > 10, "flags");
  await to.answer("copyFeatureFlag", to.api.copyFeatureFlag(P, key, { source: { key: E }, target: { key: "test" } }));
  await to.answer("getFeatureFlagStatus", to.api.getFeatureFlagStatus(P, E, FLAG));
  await to.answer("getFeatureFlagStatusAcrossEnvironments", to.api.getFeatureFlagStatusAcrossEnvironments(P, FLAG));
  await to.answer("getFeatureFlagStatuses", to.api.getFeatureFlagStatuses(P, E));
  await to.answer("deleteFeatureFlag", to.api.deleteFeatureFlag(P, key));
}

async function contexts(url: string, token: string, key: string): Promise<void> {
  const to = new Caller("ContextsApi", url, token);
  await to.answer("getContextKindsByProjectKey", to.api.getContextKindsByProjectKey(P));
  await to.answer("putContextKind", to.api.putContextKind(P, key, { name: "K" }));
  await to.answer("searchContexts", to.api.searchContexts(P, E, { limit: 5 }));
  await to.answer("getContexts", to.api.getContexts(P, E, "user", "user-3"));
  await to.answer("evaluateContextInstance", to.api.evaluateContextInstance(P, E, { kind: "user", key: "a" }));
  await to.answer("getContextAttributeNames", to.api.getContextAttributeNames(P, E));
  await to.answer("getContextAttributeValues", to.api.getContextAttributeValues(P, E, "country"));
  const segments = new Caller("SegmentsApi", url, token);
  await segments.answer("postSegment", segments.api.postSegment(P, E, { key, name: "S", unbounded: true }));
  const patch = [{ op: "replace", path: "/name", value: "New" }];
  await segments.answer("patchSegment", segments.api.patchSegment(P, E, key, { patch }));
  await segments.answer("getSegments", segments.api.getSegments(P, E));
  await segments.answer("getSegment", segments.api.getSegment(P, E, key));
  await segments.answer("deleteSegment", segments.api.deleteSegment(P, E, key));
}

async function account(url: string, token: string): Promise<void> {
  const log = new Caller("AuditLogApi", url, token);
  const entries = await log.answer("getAuditLogEntries", log.api.getAuditLogEntries(undefined, undefined, undefined, 5));
  await log.answer("getAuditLogEntry", log.api.getAuditLogEntry(entries.items[0]._id));
  const statements = [{ effect: "allow" as const, resources: ["proj/*"], actions: ["*"] }];
  const given = log.api.postAuditLogEntries(undefined, undefined, undefined, 5, statements);
  await log.answer("postAuditLogEntries", given);
  const projects = new Caller("ProjectsApi", url, token);
  await projects.answer("getProjects", projects.api.getProjects());
  await projects.answer("getProject", projects.api.getProject(P, "environments"));
  const environments = new Caller("EnvironmentsApi", url, token);
  await environments.answer("getEnvironmentsByProject", environments.api.getEnvironmentsByProject(P));
  await environments.answer("getEnvironment", environments.api.getEnvironment(P, E));
  const usage = new Caller("AccountUsageBetaApi", url, token);
  if (asThen) await usage.answer("getExperimentationKeysUsage", usage.api.getExperimentationKeysUsage());
  const other = new Caller("OtherApi", url, token);
  await other.answer("getCallerIdentity", other.api.getCallerIdentity());
  await other.answer("getVersions", other.api.getVersions());
}

async function main(url: string, token: string): Promise<void> {
  const parts = [experiments, metrics, traffic, flags, contexts, account];
  for (const [number, part] of parts.entries()) await part(url, token, `official-${number}`);
  process.stdout.write(`${HEADER}${lines.join("\n")}\n// ${called.size} operations\n`);
}

void main(process.argv[2], process.argv[3]);
