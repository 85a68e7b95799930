import { CallError, type LocalCloud } from '../../local-cloud/start-local-cloud';
import { type Drill, insist, withCloud } from './drill';

const REPEATS = 5;
const NEIGHBOURS = 20;

/** The code that the caller of a rogue sees; 0 when it is answered. */
async function outcome(cloud: LocalCloud, fault: string): Promise<number> {
  try {
    await cloud.callFunction('rogue', { fault }, 'victim');
    return 0;
  } catch (error) {
    if (error instanceof CallError) return error.errCode;
    throw error;
  }
}

/** While rogues run, other calls of the same and of another function must all be answered. */
function drillRogue(name: string, fault: string, expected: number): Drill {
  return {
    name,
    run: (dataDir) =>
      withCloud(dataDir, async (cloud) => {
        await cloud.callFunction('mirror', { prepare: true }, 'admin');
        const rogues = Array.from({ length: REPEATS }, () => outcome(cloud, fault));
        const neighbours = Array.from({ length: NEIGHBOURS }, (_, index) =>
          index % 2 === 0
            ? outcome(cloud, 'behaves')
            : cloud.callFunction('mirror', { word: 'x' }, 'neighbour').then(() => 0),
        );
        const codes = await Promise.all(rogues);
        const harmed = (await Promise.all(neighbours)).filter((code) => code !== 0).length;
        const after = await outcome(cloud, 'behaves');
        const figures = `${REPEATS} 次，调用者得到 ${[...new Set(codes)].join('、')}，波及旁人 ${harmed} / ${NEIGHBOURS}，之后${after === 0 ? '正常' : `异常 ${after}`}`;
        insist(codes.every((code) => code === expected) && harmed === 0 && after === 0, figures);
        return figures;
      }),
  };
}

export const drillRogues: Drill[] = [
  drillRogue('函数抛错', 'throws', -504002),
  drillRogue('函数退出进程', 'exits', -504002),
  drillRogue('函数死循环', 'hangs', -504003),
  drillRogue('函数事后出错', 'leaks', 0),
];
