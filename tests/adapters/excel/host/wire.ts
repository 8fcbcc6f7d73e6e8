/** The request batches of office.js, answered: the protocol only, nothing of Excel. */

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo: {
    readonly Arguments?: readonly unknown[];
    readonly ReferencedObjectPathIds?: readonly unknown[];
  };
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ObjectPath['ArgumentInfo'];
  readonly QueryInfo?: Query;
}

interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** An error as Excel reports it: office.js turns it into an `OfficeExtension.Error` with this code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** An object of Excel. Getters, setters and methods carry the names of the wire; what is missing fails loudly. */
export class HostObject {
  /** The properties that `load('*')` and `load()` mean. */
  get scalars(): readonly string[] {
    return [];
  }
  /** The items of a collection. */
  get items(): readonly HostObject[] | undefined {
    return undefined;
  }
  /** What `getItem` of a collection gives; throws `ItemNotFound`. */
  item(_key: unknown): HostObject | null {
    throw new HostError('NotImplemented', `${this.constructor.name} has no items`);
  }
}

/** office.js tells Excel once that it is ready for ribbon commands; nothing here waits for that. */
class InternalService extends HostObject {
  NotifyActionHandlerReady(): void {}
}

type Members = Record<string, unknown> & HostObject;

export interface Sent {
  readonly bytes: number;
  readonly actions: number;
}

/** Answers batches over one root object and counts them. */
export class Wire {
  readonly sent: Sent[] = [];
  /** The next batches that carry something are refused with these codes, one each. */
  readonly faults: string[] = [];
  private readonly kept = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(private readonly roots: () => HostObject) {}

  execute(text: string): { readonly status: number; readonly body: string } {
    const batch = JSON.parse(text) as Batch;
    const isCleanUp = batch.Actions.every((action) => action.Name === '_RemoveReference' || action.ActionType === 1);
    const fault = isCleanUp ? undefined : this.faults.shift();
    if (fault) return { status: 400, body: JSON.stringify({ error: { code: fault, message: fault } }) };
    if (!isCleanUp) this.sent.push({ bytes: text.length, actions: batch.Actions.length });
    return { status: 200, body: JSON.stringify(this.answer(batch)) };
  }

  private answer(batch: Batch) {
    const seen = new Map<number, HostObject | null>();
    const out: { Results: unknown[]; TraceIds: number[]; Error?: unknown } = { Results: [], TraceIds: [] };
    for (const [at, action] of batch.Actions.entries()) {
      try {
        this.act(action, batch, seen, out);
      } catch (error) {
        const code = error instanceof HostError ? error.code : 'GeneralException';
        out.Error = {
          Code: code,
          Message: (error as Error).message,
          ActionIndex: at,
          Location: action.Name,
          HttpStatusCode: 400,
        };
        break;
      }
    }
    return out;
  }

  private act(
    action: Action,
    batch: Batch,
    seen: Map<number, HostObject | null>,
    out: { Results: unknown[]; TraceIds: number[] },
  ) {
    const give = (Value: unknown) => out.Results.push({ ActionId: action.Id, Value });
    if (action.ActionType === 5) {
      out.TraceIds.push(action.Id);
      give(null);
      return;
    }
    const target = this.resolve(action.ObjectPathId, batch, seen) as Members | null;
    if (action.ActionType === 1) {
      give(target === null ? null : this.identity(target));
      return;
    }
    if (action.ActionType === 2) {
      give(target === null ? null : this.query(target, action.QueryInfo ?? {}));
      return;
    }
    if (target === null) return;
    const args = this.args(action.ArgumentInfo, batch, seen);
    if (action.ActionType === 3) {
      if (action.Name === '_KeepReference') return;
      if (action.Name === '_RemoveReference') {
        for (const reference of args) this.kept.delete(String(reference));
        return;
      }
      const answer = callMember(target, action.Name, args);
      if (answer !== undefined) give(answer);
      return;
    }
    if (action.ActionType === 4) {
      const setter = memberOf(target, action.Name)?.set;
      if (!setter) throw new HostError('NotImplemented', `cannot set ${target.constructor.name}.${action.Name}`);
      setter.call(target, args[0]);
      return;
    }
    throw new HostError('NotImplemented', `action type ${action.ActionType}`);
  }

  private identity(target: Members): unknown {
    const reference = `ref${this.nextReference++}`;
    this.kept.set(reference, target);
    const id = memberOf(target, 'Id')?.get ? { Id: target.Id } : {};
    return { ...id, _ReferenceId: reference };
  }

  private resolve(id: number, batch: Batch, seen: Map<number, HostObject | null>): HostObject | null {
    const known = seen.get(id);
    if (known !== undefined) return known;
    const path = batch.ObjectPaths[id];
    const found = this.find(path, batch, seen);
    seen.set(id, found);
    return found;
  }

  private find(path: ObjectPath, batch: Batch, seen: Map<number, HostObject | null>): HostObject | null {
    if (path.ObjectPathType === 1) return this.roots();
    if (path.ObjectPathType === 2 && path.Name === 'Microsoft.InternalService.AddinInternalService')
      return new InternalService();
    if (path.ObjectPathType === 2) throw new HostError('NotImplemented', `new object ${path.Name}`);
    if (path.ObjectPathType === 7) return null;
    if (path.ObjectPathType === 6) {
      const kept = this.kept.get(path.Name);
      if (!kept) throw new HostError('InvalidObjectPath', 'the reference is no longer kept');
      return kept;
    }
    const parent = this.resolve(path.ParentObjectPathId, batch, seen) as Members | null;
    if (parent === null) return null;
    const args = this.args(path.ArgumentInfo, batch, seen);
    if (path.ObjectPathType === 3) return callMember(parent, path.Name, args) as HostObject | null;
    if (path.ObjectPathType === 4) return readMember(parent, path.Name) as HostObject;
    if (path.ObjectPathType === 5)
      return path.Name === '' || !memberOf(parent, path.Name)
        ? parent.item(args[0])
        : (callMember(parent, path.Name, args) as HostObject);
    throw new HostError('NotImplemented', `path type ${path.ObjectPathType}`);
  }

  private args(
    info: ObjectPath['ArgumentInfo'] | undefined,
    batch: Batch,
    seen: Map<number, HostObject | null>,
  ): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((argument, at) => {
      const reference = references?.[at];
      return typeof reference === 'number' && reference > 0 ? this.resolve(reference, batch, seen) : argument;
    });
  }

  private query(target: Members, query: Query): unknown {
    const wanted = [...(query.Select ?? []), ...(query.Expand ?? [])];
    const fill = (object: Members): Record<string, unknown> => {
      const answer: Record<string, unknown> = {};
      for (const path of wanted.length === 0 || wanted.includes('*') ? object.scalars.map(lower) : wanted)
        put(answer, object, path.split('/'));
      return answer;
    };
    if (!target.items) return fill(target);
    return {
      _Items: target.items.map((item, at) => ({
        ...fill(item as Members),
        ...(memberOf(item, 'Id')?.get ? { Id: (item as Members).Id } : {}),
        _Index: at,
        _ReferenceId: (this.identity(item as Members) as { _ReferenceId: string })._ReferenceId,
      })),
    };
  }
}

function put(answer: Record<string, unknown>, object: Members, [name, ...rest]: readonly string[]): void {
  const member = name.charAt(0).toUpperCase() + name.slice(1);
  const value = readMember(object, member);
  if (!(value instanceof HostObject)) {
    answer[member] = value;
    return;
  }
  const inner = (answer[member] ??= {}) as Record<string, unknown>;
  if (value.items) {
    inner._Items = value.items.map((item, at) => {
      const one: Record<string, unknown> = { _Index: at };
      if (rest.length > 0) put(one, item as Members, rest[0] === 'items' ? rest.slice(1) : rest);
      return one;
    });
  } else if (rest.length > 0) put(inner, value as Members, rest);
}

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

function memberOf(target: object, name: string): PropertyDescriptor | undefined {
  for (
    let owner: object | null = target;
    owner && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (found) return found;
  }
  return undefined;
}

function readMember(target: Members, name: string): unknown {
  const member = memberOf(target, name);
  if (!member) throw new HostError('NotImplemented', `${target.constructor.name}.${name}`);
  return target[name];
}

function callMember(target: Members, name: string, args: readonly unknown[]): unknown {
  const member = memberOf(target, name)?.value as ((...args: readonly unknown[]) => unknown) | undefined;
  if (typeof member !== 'function') throw new HostError('NotImplemented', `${target.constructor.name}.${name}()`);
  return member.apply(target, [...args]);
}
