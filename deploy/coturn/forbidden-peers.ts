/** Addresses that no relay may send to on behalf of a stranger, at both ends of what is forbidden and in every way to say them. */

export const FORBIDDEN_IPV4 = [
  // This network, which systems take for this machine.
  ...['0.0.0.0', '0.0.0.1', '0.255.255.255'],
  // Inner networks, and carriers' NAT.
  ...['10.0.0.0', '10.0.0.5', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255'],
  ...['100.64.0.0', '100.127.255.255'],
  ...['127.0.0.1', '127.0.0.0', '127.255.255.255'],
  // Link-local, where clouds hand out their keys.
  ...['169.254.169.254', '169.254.0.0', '169.254.255.255'],
  // Protocol assignments, documentation, 6to4 relays, benchmarks.
  ...[
    '192.0.0.0',
    '192.0.0.255',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.0',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
  ],
  // Multicast, reserved, broadcast.
  ...['224.0.0.0', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.254', '255.255.255.255'],
];

export const FORBIDDEN_IPV6 = [
  // Nobody, loopback, and what differs from it in one byte only.
  ...['::', '::1', '::2', '::100', '::1:0', '0:0:0:1::', '0:1::', 'ff::'],
  // IPv4 in other words: mapped, compatible, translated, NAT64, 6to4, Teredo.
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.5', '::ffff:169.254.169.254', '::ffff:0.0.0.0', '::ffff:8.8.8.8'],
  ...['::127.0.0.1', '::10.0.0.5', '::10.0.0.0', '::0.0.0.1', '::ffff:0:10.0.0.5', '::ffff:0:127.0.0.1'],
  ...['64:ff9b::10.0.0.5', '64:ff9b::127.0.0.1', '64:ff9b:1::10.0.0.5', '64:ff9b::a9fe:a9fe'],
  ...['2002:a00:5::', '2002:7f00:1::1', '2002::', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  // Link-local, site-local, unique local, multicast.
  ...['fe80::1', 'febf::1', 'fec0::1', 'fc00::', 'fd12:3456::1', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ...['ff02::1', 'ff05::2', 'ff0e::1', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  // Discard only, benchmarks, ORCHID, documentation, segment routing, and what is not given out.
  ...['100::1', '2001:2::1', '2001:20::1', '2001:1ff::1', '2001:db8::1', '2001:db8:ffff::1', '3fff::1', '3fff:fff::1'],
  ...['5f00::1', '4000::1', '1fff::1', '8000::', 'e000::1'],
];
