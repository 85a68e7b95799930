/** A node of Taro's tree, as it arrives in the page's data: short names, see `Shortcuts`. */
export interface TreeNode {
  sid: string;
  /** Template number or name. */
  nn: string;
  /** Text of a text node. */
  v?: string;
  /** Children. */
  cn?: TreeNode[];
  [attribute: string]: unknown;
}

/** What a page registers: WeChat's lifecycle, `data`, and Taro's one event handler `eh`. */
export interface PageDefinition {
  data?: { root: { cn: TreeNode[] } };
  eh(event: object): unknown;
  [lifecycle: string]: unknown;
}

export interface SetData {
  /** Length of the JSON that crosses from logic to view. */
  bytes: number;
}

const WECHAT_LIMIT_BYTES = 1024 * 1024;

/** One open page: keeps its data as the view would, and turns a person's tap into events. */
export class PhonePage {
  readonly setDataCalls: SetData[] = [];
  readonly data: { root: { cn: TreeNode[] } };
  /** The object that WeChat would make of the definition. */
  readonly instance: Record<string, unknown>;

  constructor(
    readonly route: string,
    private readonly definition: PageDefinition,
    private readonly onActivity: () => void,
  ) {
    this.data = structuredClone(definition.data ?? { root: { cn: [] } });
    this.instance = {
      ...definition,
      route,
      data: this.data,
      setData: (patch: Record<string, unknown>, done?: () => void) => this.setData(patch, done),
    };
  }

  /** Calls a lifecycle method: `onLoad`, `onShow`, `onReady`, `onHide`, `onUnload`. */
  lifecycle(name: string, ...args: unknown[]): void {
    const method = this.instance[name];
    if (typeof method === 'function') method.apply(this.instance, args);
  }

  private setData(patch: Record<string, unknown>, done?: () => void): void {
    const json = JSON.stringify(patch);
    const bytes = Buffer.byteLength(json);
    if (bytes > WECHAT_LIMIT_BYTES) throw new Error(`setData of ${bytes} bytes on ${this.route}`);
    this.setDataCalls.push({ bytes });
    for (const [path, value] of Object.entries(JSON.parse(json))) assign(this.data, path, value);
    this.onActivity();
    if (done) setTimeout(done, 0);
  }

  /** Every node of the page, in order. */
  nodes(): TreeNode[] {
    const withChildren = (node: TreeNode): TreeNode[] => [
      node,
      ...(node.cn ?? []).flatMap(withChildren),
    ];
    return this.data.root.cn.flatMap(withChildren);
  }

  /** Everything written on the page, in order. */
  text(): string {
    return this.nodes()
      .map(({ v }) => v ?? '')
      .filter(Boolean)
      .join(' ');
  }

  /** The node that shows just this text, else one that contains it, after all the nodes around it. */
  pathTo(text: string): TreeNode[] {
    const search = (node: TreeNode, fits: (shown: string) => boolean): TreeNode[] | undefined => {
      if (node.v !== undefined && fits(node.v)) return [node];
      for (const child of node.cn ?? []) {
        const found = search(child, fits);
        if (found) return [node, ...found];
      }
      return undefined;
    };
    const root = { sid: '', nn: '', cn: this.data.root.cn };
    const found =
      search(root, (shown) => shown === text) ?? search(root, (shown) => shown.includes(text));
    if (!found) throw new Error(`"${text}" is not on ${this.route}:\n${this.text()}`);
    return found.slice(1);
  }

  /** Types into the field that is empty and shows this in its place. */
  type(placeholder: string, value: string): void {
    const field = this.nodes().find((node) => Object.values(node).includes(placeholder));
    if (!field) throw new Error(`no field says "${placeholder}" on ${this.route}`);
    const { sid } = field;
    this.onActivity();
    this.definition.eh.call(this.instance, {
      ...{ type: 'input', timeStamp: Date.now(), detail: { value, cursor: value.length } },
      target: { id: sid, dataset: { sid } },
      currentTarget: { id: sid, dataset: { sid } },
    });
  }

  /** Taps what shows this text. As on the phone, each element from there outwards hears of it. */
  tap(text: string): void {
    const target = { sid: '' };
    this.onActivity();
    for (const node of this.pathTo(text).reverse()) {
      if (node.v !== undefined) continue;
      target.sid ||= node.sid;
      this.definition.eh.call(this.instance, {
        type: 'tap',
        timeStamp: Date.now(),
        detail: {},
        target: { id: target.sid, dataset: { sid: target.sid } },
        currentTarget: { id: node.sid, dataset: { sid: node.sid } },
      });
    }
  }
}

/** WeChat's data paths: `root.cn.[0].cn[1].v`. */
function assign(data: object, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop() as string;
  let place = data as Record<string, unknown>;
  for (const key of keys) {
    place[key] ??= {};
    place = place[key] as Record<string, unknown>;
  }
  place[last] = value;
}
