import Kernel

/// The page's look: light and dark, narrow and wide, screen and paper.
enum PageStyle {
  static let css = """
    :root{--ink:#1b2430;--soft:#556170;--paper:#fff;--card:#f5f7f9;--rule:#d9dfe5;\
    --c0:#2f5d8a;--c1:#b8500f;--c2:#1a7f5a;--c3:#7a4fa3;--p0:#2b5c8f;--p1:#b4480c;--p2:#1a7f5a;\
    --p3:#7a4fa3;--p4:#6b5b1e;--p5:#3b3f8f;--good:#1f6f46}
    @media (prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#9fabb8;--paper:#12171d;\
    --card:#1b222a;--rule:#303a45;--c0:#8fb3d9;--c1:#f0925a;--c2:#58c79c;--c3:#c3a1e6;--p0:#7fb2e5;\
    --p1:#f0935a;--p2:#58c79c;--p3:#c3a1e6;--p4:#d8c26a;--p5:#a8aef0;--good:#6fcf97}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);\
    font:16px/1.5 system-ui,"DejaVu Sans",sans-serif}
    main{max-width:1080px;margin:0 auto;padding:24px 18px 56px}
    h1{font-size:1.55rem;line-height:1.25;margin:.2rem 0 .4rem;text-wrap:balance;\
    overflow-wrap:anywhere}
    h2{font-size:1.1rem;margin:2.2rem 0 .6rem}p{margin:.4rem 0}
    .kick,.note{color:var(--soft);font-size:.88rem}.lead{font-size:1.06rem;max-width:46em}
    .warn{border-left:4px solid var(--c1);padding:.3rem .8rem;background:var(--card)}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px;\
    margin:1.2rem 0}
    .card{background:var(--card);border-radius:10px;padding:10px 14px}
    .card b{display:block;font-size:1.35rem;font-variant-numeric:tabular-nums}
    .card br~span{color:var(--soft);font-size:.82rem}
    .charts{display:grid;gap:22px 26px;\
    grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr))}
    .chart{margin:0;min-width:0}.chart figcaption{display:flex;justify-content:space-between;\
    gap:10px;align-items:baseline}.chart figcaption .t span{color:var(--soft);font-size:.85rem}
    a{color:var(--c0)}.chart figcaption a{font-size:.78rem}
    .tip{position:fixed;display:none;z-index:9;pointer-events:none;max-width:min(280px,90vw);\
    background:var(--ink);color:var(--paper);border-radius:6px;padding:5px 9px;font-size:.78rem;\
    line-height:1.35;white-space:pre-line}
    .chart output{display:block;min-height:2.8em;color:var(--soft);font-size:.8rem;\
    line-height:1.4;overflow-wrap:anywhere}
    .legend{font-size:.8rem;margin:0;color:var(--soft)}.key{display:inline-block;margin-right:1em}
    .key::before{content:"";display:inline-block;width:18px;margin-right:5px;\
    vertical-align:middle;border-top:3px solid var(--c0)}
    .k1::before{border-top:3px dashed var(--c1)}.k2::before{border-top:3px dotted var(--c2)}
    .k3::before{border-top:3px double var(--c3)}
    svg{width:100%;height:auto;display:block;font-family:inherit;overflow:visible;\
    touch-action:pan-y}
    svg:focus-visible{outline:2px solid var(--c0);outline-offset:2px}
    .grid{stroke:var(--rule)}.tick,.mark{fill:var(--soft);font-size:12.5px}
    .window{fill:var(--c0);opacity:.10}.event{stroke:var(--soft);stroke-dasharray:4 3}
    .line{fill:none;stroke-width:2.2;stroke-linejoin:round}.reader{stroke:var(--ink);display:none}.reading .reader{display:inline}
    .l0{stroke:var(--c0)}.l1{stroke:var(--c1);stroke-dasharray:7 3}
    .l2{stroke:var(--c2);stroke-dasharray:2 3}.l3{stroke:var(--c3);stroke-dasharray:9 3 2 3}
    .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
    th,td{text-align:left;padding:5px 8px;border-bottom:1px solid var(--rule);\
    vertical-align:top}
    tbody th{font-weight:400}.n{text-align:right;font-variant-numeric:tabular-nums;\
    white-space:nowrap}
    .facts td{overflow-wrap:anywhere}
    code{background:var(--card);padding:2px 6px;border-radius:5px;font-size:.85rem;\
    overflow-wrap:anywhere}
    summary{cursor:pointer;margin:.4rem 0}
    @media (max-width:520px){main{padding:18px 12px 40px}table{font-size:.72rem}th,td{padding:4px 2px}}
    """

  /// The look on paper: to stand after all other style, which it overrules.
  static let print = """
    @page{margin:14mm 12mm}
    @media print{body{font-size:9.5pt}main{max-width:none;padding:0}h1{font-size:16pt}\
    .lead{font-size:10.5pt;max-width:none}.card{border:1px solid var(--rule)}\
    h2,h3,summary,caption{break-after:avoid}.chart,.card,.tiles,svg,tr,.scroll,.changes,.outcomes{break-inside:avoid}\
    .money,.tip,.chart figcaption a,details{display:none}.scroll{overflow:visible}\
    table{font-size:8pt}th,td{padding:2px 4px}.overview table{font-size:7pt}\
    .overview tbody th{min-width:0}.cards{grid-template-columns:repeat(4,1fr)}\
    .charts,.charts.pairs{display:block;columns:2;column-gap:8mm}\
    .chart{margin-bottom:4mm}.tiles{min-width:0;max-width:150mm}}
    """

  /// Reads a chart's values out, month by month, under the pointer or with the arrow keys. Without it the
  /// page still shows everything: each chart's summary, and all values in a table.
  static let script = """
    const data=JSON.parse(document.getElementById("data").textContent);
    const tip=document.body.appendChild(document.createElement("div"));
    tip.className="tip";tip.setAttribute("aria-hidden","true");
    for(const svg of document.querySelectorAll("svg[data-chart]")){
      const chart=data.charts[+svg.dataset.chart],n=data.months.length;
      const out=svg.parentNode.querySelector("output"),summary=out.textContent;
      const line=svg.querySelector(".reader"),l=+svg.dataset.left,r=+svg.dataset.right;
      let at=-1;
      const show=i=>{at=Math.max(0,Math.min(n-1,i));
        const x=l+(r-l)*(at+.5)/n;line.setAttribute("x1",x);line.setAttribute("x2",x);
        svg.classList.add("reading");
        const words=[data.months[at],
          ...chart.map(s=>(s.label||s.name)+": "+(s.text[at]||"–")+(s.unit?" "+s.unit:""))];
        out.textContent=words.join(" · ");return words};
      const hide=()=>{at=-1;svg.classList.remove("reading");out.textContent=summary;
        tip.style.display="none"};
      svg.addEventListener("pointermove",e=>{const b=svg.getBoundingClientRect();
        const x=(e.clientX-b.left)/b.width*svg.viewBox.baseVal.width;
        tip.textContent=show(Math.floor((x-l)/(r-l)*n)).join("\\n");
        tip.style.display="block";
        tip.style.left=Math.max(4,Math.min(e.clientX+14,innerWidth-tip.offsetWidth-6))+"px";
        tip.style.top=Math.max(4,e.clientY-tip.offsetHeight-12)+"px"});
      svg.addEventListener("pointerleave",hide);svg.addEventListener("blur",hide);
      svg.addEventListener("focus",()=>{if(svg.matches(":focus-visible"))show(n-1)});
      svg.addEventListener("keydown",e=>{
        const to={ArrowLeft:at-1,ArrowRight:at+1,Home:0,End:n-1,PageUp:at-12,PageDown:at+12}[e.key];
        if(to===undefined){if(e.key==="Escape")hide();return}
        e.preventDefault();show(to)});
    }
    """
}
