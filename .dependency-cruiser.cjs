// The borders of ARCHITECTURE.md, as rules. Every comment says the way out.
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })
module.exports = {
  forbidden: [
    rule('domain-not-to-domain', 'Domains meet in the kernel: publish a fact (catalogue/facts.ts) and listen to it, or read a kernel table.', { path: '^domains/([^/]+)/' }, { path: '^domains/', pathNot: '^domains/$1/' }),
    rule('kernel-knows-no-city', 'The kernel imports nothing to its right. What a domain needs goes into a definition or a kernel registry.', { path: '^kernel/', pathNot: '\\.test\\.ts$|testdata' }, { path: '^(catalogue|domains|gateways|apps|sim|bench|test)/' }),
    rule('catalogue-is-data', 'The catalogue holds words and facts only.', { path: '^catalogue/' }, { path: '^(domains|gateways|apps|sim|bench|kernel/(?!contract\\.ts|define/|errors|http/route))' }),
    rule('domain-below-apps', 'A domain does not know who runs it.', { path: '^domains/', pathNot: '\\.test\\.ts$' }, { path: '^(gateways|apps|sim|bench|test)/' }),
    rule('gateway-below-apps', 'A gateway does not know who runs it.', { path: '^gateways/' }, { path: '^(apps|sim|bench|test)/' }),
    rule('contract-is-isomorphic', 'A contract runs in the browser: only #kernel/contract, the catalogue and zod.', { path: '^domains/[^/]+/contract\\.ts$' }, { path: '^(kernel|domains|apps)/', pathNot: '^kernel/contract\\.ts$' }),
    rule('screens-see-contracts', 'Screens import their own contract, kernel/web and #kernel/contract.', { path: '^domains/([^/]+)/screens/' }, { path: '^(domains|kernel|apps)/', pathNot: '^domains/$1/(screens/|contract\\.ts$)|^kernel/(web/|contract\\.ts$)' }),
    rule('web-is-browser', 'kernel/web runs in the browser.', { path: '^kernel/web/', pathNot: '\\.test\\.ts$' }, { path: '^kernel/', pathNot: '^kernel/(web/|contract\\.ts$)' }),
    rule('no-browser-in-server', 'Vue, MapLibre and the like end as static files.', { path: '^(kernel/(?!web)|catalogue|domains/[^/]+/[^/]+\\.ts|apps/server)' }, { path: 'node_modules/(vue|element-plus|maplibre-gl|echarts|pinia)/' }),
    rule('sim-through-the-door', 'Simulated people use the public door; only laying out the district may touch the kernel.', { path: '^sim/life/' }, { path: '^(kernel|domains|apps)/' }),
    rule('no-circular', 'Take the shared part out into a file both can import.', { pathNot: '^(kernel/web|apps/desk)' }, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules|/dist/' },
    enhancedResolveOptions: { extensions: ['.ts', '.vue', '.mjs', '.js'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
