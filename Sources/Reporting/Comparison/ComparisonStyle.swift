/// What a comparison's page has beside the look of all pages.
enum ComparisonStyle {
  static let css = """
    section{border-top:2px solid var(--rule);margin-top:2.4rem}
    h3{font-size:1rem;margin:1.6rem 0 .4rem}
    .overview table{font-size:.8rem}.overview th{white-space:normal;vertical-align:bottom}\
    .overview th,.overview td{padding:5px 4px}.overview tbody th{min-width:7em}\
    .overview .n{white-space:normal}.overview td span{white-space:nowrap}.open{opacity:.75}
    .pairs{grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr))}
    .band{fill:var(--c0);opacity:.2}.zero{stroke:var(--ink);stroke-width:1}
    .tiles{display:grid;gap:4px;max-width:760px;grid-auto-columns:minmax(0,1fr);\
    grid-auto-rows:minmax(52px,auto)}
    .tile{position:relative;isolation:isolate;border:1px solid var(--rule);border-radius:6px;\
    padding:4px;font-size:.7rem;line-height:1.15;overflow-wrap:anywhere;hyphens:auto}
    .tile::before{content:"";position:absolute;inset:0;z-index:-1;border-radius:5px;\
    opacity:calc(.55*var(--t));background:var(--c0)}
    .tile.up::before{background:var(--c1)}.tile.unsure{border:1px dashed var(--soft)}
    .tile span,.tile b{display:block}.tile b{font-size:.8rem;margin-top:2px;\
    font-variant-numeric:tabular-nums}
    .tile.up b::before{content:"▲ "}.tile.down b::before{content:"▼ "}
    .gains .bar{width:34%;min-width:110px}.gains svg{height:14px}
    .more{fill:var(--c1)}.less{fill:var(--c0)}.ci{stroke:var(--ink);stroke-width:2;\
    vector-effect:non-scaling-stroke}.axis{stroke:var(--soft);vector-effect:non-scaling-stroke}
    @media (max-width:620px){.tiles{min-width:560px}.gains .bar{min-width:70px}\
    .stack thead{display:none}.stack tr{display:block;border-bottom:1px solid var(--rule);\
    padding:6px 0}.stack th,.stack td{display:flex;justify-content:space-between;gap:12px;\
    border:0;padding:1px 2px;font-size:.82rem;white-space:normal}.stack tbody th{font-weight:600}\
    .stack td::before{content:attr(data-label);color:var(--soft)}\
    :root:has(#in-dollars:checked) .stack td[data-dollars]::before{content:attr(data-dollars)}\
    :root:has(#in-constant:checked) .stack td[data-constant]::before{content:attr(data-constant)}}
    """
}
