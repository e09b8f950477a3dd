import { EgressPolicy } from './rules';

const strict = new EgressPolicy({ allow: [] });

describe('EgressPolicy', () => {
  it.each(['8.8.8.8', '1.1.1.1', '93.184.216.34', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
    'lets %s through, a public address',
    (address) => {
      expect(strict.allowsAddress(address)).toBe(true);
    },
  );

  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.8.8.8', 'loopback'],
    ['0.0.0.0', 'this host'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'the metadata service'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['100.100.100.200', 'a metadata service'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarking'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['2130706433', '127.0.0.1 as a number'],
    ['0x7f000001', '127.0.0.1 in hex'],
    ['0177.0.0.1', '127.0.0.1 in octal'],
    ['127.1', '127.0.0.1 in short'],
    ['::1', 'loopback'],
    ['::', 'unspecified'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fd00:ec2::254', 'a metadata service'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['::ffff:127.0.0.1', 'mapped loopback'],
    ['::ffff:7f00:1', 'mapped loopback in hex'],
    ['::127.0.0.1', 'IPv4-compatible loopback'],
    ['::ffff:0:127.0.0.1', 'translated loopback'],
    ['64:ff9b::7f00:1', 'loopback behind NAT64'],
    ['64:ff9b:1::a00:1', 'private behind local NAT64'],
    ['2002:7f00:1::', 'loopback in 6to4'],
    ['2001:0:4136:e378:8000:63bf:80ff:fffe', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['100::1', 'discard'],
    ['4000::1', 'never assigned'],
    ['not an address', 'no address'],
    ['', 'nothing'],
  ])('refuses %s, %s', (address) => {
    expect(strict.allowsAddress(address)).toBe(false);
  });

  it('allows what an operator lists: hosts, addresses and networks', () => {
    const policy = new EgressPolicy({
      allow: ['Intranet.Example.com', ' 10.0.0.7 ', '192.168.0.0/16', 'fd00::/8'],
    });
    expect(policy.allowsHost('intranet.example.com')).toBe(true);
    expect(policy.allowsHost('INTRANET.example.com.')).toBe(true);
    expect(policy.allowsHost('evil-intranet.example.com')).toBe(false);
    expect(policy.allowsHost('intranet.example.com.evil.test')).toBe(false);
    expect(policy.allowsAddress('10.0.0.7')).toBe(true);
    expect(policy.allowsAddress('10.0.0.8')).toBe(false);
    expect(policy.allowsAddress('::ffff:10.0.0.7')).toBe(true);
    expect(policy.allowsAddress('192.168.200.1')).toBe(true);
    expect(policy.allowsAddress('fd12::1')).toBe(true);
    expect(policy.allowsAddress('::1')).toBe(false);
  });

  it('tells what was listed from what is merely public', () => {
    const policy = new EgressPolicy({ allow: ['desk.example.com', '127.0.0.1', '::1'] });
    expect(policy.lists('desk.example.com')).toBe(true);
    expect(policy.lists('127.0.0.1')).toBe(true);
    expect(policy.lists('[::1]')).toBe(true);
    expect(policy.lists('8.8.8.8')).toBe(false);
    expect(policy.lists('example.com')).toBe(false);
  });

  it.each(['http://intranet', 'a b', '', '10.0.0.0/99', '*.example.com'])(
    'does not start with %p in the list',
    (entry) => {
      expect(() => new EgressPolicy({ allow: [entry] })).toThrow(
        `The egress allow list has an entry that is no host, IP or CIDR: "${entry}"`,
      );
    },
  );
});
