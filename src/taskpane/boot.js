// Runs before everything else, in whatever engine an old Excel brings: plain ES5, no build step.
(function () {
  var root = document.documentElement;
  var agent = navigator.userAgent;
  var modern =
    !/Trident\/|MSIE |Edge\/1\d/.test(agent) &&
    !!window.Promise &&
    !!window.Proxy &&
    !!(window.CSS && window.CSS.supports && window.CSS.supports('color', 'var(--a)'));

  function show(page) {
    root.className = 'show-' + page;
  }

  function describe() {
    var found = document.getElementById('found');
    if (found)
      found.appendChild(
        document.createTextNode(
          '检测到的浏览器内核：' + (/Trident\/|MSIE /.test(agent) ? 'Internet Explorer' : '旧版 Edge') + '。'
        )
      );
  }

  // The program calls this once it stands; until then the page says what is happening.
  window.reliefLedgerBoot = { show: show };

  if (!modern) {
    show('too-old');
    window.onload = describe;
    return;
  }
  show('starting');
  window.onload = function () {
    var script = document.createElement('script');
    script.src = 'taskpane.js';
    script.onerror = function () {
      show('silent');
    };
    document.body.appendChild(script);
    // office.js never answers where its host is missing; a clerk should not look at an empty pane.
    setTimeout(function () {
      if (root.className === 'show-starting') show('silent');
    }, 15000);
  };
})();
