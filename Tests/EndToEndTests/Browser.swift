import Foundation
import Results

/// A headless Chromium.
enum Browser {
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// In CI a missing browser is a fault, not a reason to skip.
  static let isWanted =
    path != nil || ProcessInfo.processInfo.environment["KOSH_NEEDS_TOOLS"] != nil

  /// What a page shows in a window of some width.
  struct Page: Decodable {
    struct Chart: Decodable {
      struct Series: Decodable {
        var name: String
        var unit: String
        var text: [String]
      }
      /// As the chart links it.
      var file: String
      var series: [Series]
    }
    var faults: [String]
    /// As they are read with money in tenge, header first.
    var tables: [[[String]]]
    var charts: [Chart]
  }

  /// Opens a page in a frame that stands for the window, since a window cannot be as narrow as a phone.
  ///
  /// What does not fit is measured by the page itself, in each unit of money; what its console says is a
  /// fault too.
  static func page(_ page: String, width: Int, in folder: String) throws -> Page {
    let probe = """
      <html><body><iframe id=f src="file://\(page)" style="border:0;width:\(width)px;height:900px">
      </iframe><script>
      \(script)
      </script></body></html>
      """
    try FileBytes.write(probe, to: folder + "/probe.html")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "chromium is not installed")
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
      "--enable-logging=stderr", "--window-size=1400,1000", "--virtual-time-budget=8000",
      "--user-data-dir=" + folder + "/profile", "--dump-dom", "file://" + folder + "/probe.html",
    ]
    for name in ["dom", "log"] { try FileBytes.write("", to: folder + "/" + name) }
    process.standardOutput = FileHandle(forWritingAtPath: folder + "/dom")
    process.standardError = FileHandle(forWritingAtPath: folder + "/log")
    try process.run()
    process.waitUntilExit()
    let dom = FileBytes.text(of: folder + "/dom") ?? ""
    guard let start = dom.range(of: "<pre>found:"),
      let end = dom.range(of: ":end</pre>", range: start.upperBound..<dom.endIndex),
      let data = Data(base64Encoded: String(dom[start.upperBound..<end.lowerBound]))
    else { return Page(faults: ["the page was not measured"], tables: [], charts: []) }
    var found = try JSONDecoder().decode(Page.self, from: data)
    found.faults += (FileBytes.text(of: folder + "/log") ?? "").split(separator: "\n")
      .filter { $0.contains("CONSOLE") }.map(String.init)
    return found
  }

  private static let script = """
    document.getElementById("f").onload=()=>{
      const d=document.getElementById("f").contentDocument,w=d.documentElement.clientWidth,out=[];
      const shown=e=>e.getClientRects().length>0;
      for(const details of d.querySelectorAll("details"))details.open=true;
      const measure=unit=>{
        if(d.documentElement.scrollWidth>w)out.push(unit+"the page is wider than its window");
        for(const e of d.querySelectorAll("main *")){
          if(e.closest("svg")||e.closest(".scroll"))continue;
          if(e.getBoundingClientRect().right>w+1)out.push(unit+"over the edge: "+e.tagName)}
        for(const e of d.querySelectorAll(".tile,.card,td,th"))
          if(e.scrollWidth>e.clientWidth+1)out.push(unit+"clipped: "+e.textContent);
        for(const e of d.querySelectorAll(".scroll"))
          if(w>1200&&!e.closest("details")&&e.scrollWidth>e.clientWidth+1)
            out.push(unit+"a table must be scrolled: "+e.textContent.slice(0,40));
        for(const svg of d.querySelectorAll("svg"))if(shown(svg)){
          const box=svg.viewBox.baseVal;
          for(const t of svg.querySelectorAll("text")){const b=t.getBBox();
            if(b.x<-1||b.x+b.width>box.width+1)out.push(unit+"clipped: "+t.textContent)}
          const marks=[...svg.querySelectorAll(".mark")].map(t=>t.getBoundingClientRect());
          marks.forEach((a,i)=>marks.slice(i+1).forEach(b=>{
            if(a.left<b.right&&b.left<a.right&&a.top+2<b.bottom&&b.top+2<a.bottom)
              out.push(unit+"two dates of the law cover each other")}));
          if(svg.dataset.chart===undefined)continue;
          svg.dispatchEvent(new KeyboardEvent("keydown",{key:"End"}));
          if(!/\\d{4}-\\d\\d/.test(svg.parentNode.querySelector("output").textContent))
            out.push(unit+"a chart does not read out its values")}};
      const inputs=[...d.querySelectorAll("[name=money]")];
      for(const input of inputs.slice(1)){input.click();measure(input.id+": ")}
      if(inputs.length)inputs[0].click();
      measure("");
      const tables=[...d.querySelectorAll("table")].map(t=>[...t.rows].map(r=>
        [...r.cells].map(c=>c.innerText.trim())));
      const data=JSON.parse(d.getElementById("data").textContent);
      const charts=[...d.querySelectorAll("svg[data-chart]")].map(svg=>({
        file:svg.parentNode.querySelector("a").getAttribute("href"),
        series:data.charts[+svg.dataset.chart]}));
      const bytes=new TextEncoder().encode(JSON.stringify({faults:out,tables,charts}));
      let text="";for(const b of bytes)text+=String.fromCharCode(b);
      const p=document.createElement("pre");p.textContent="found:"+btoa(text)+":end";
      document.body.append(p)}
    """
}
