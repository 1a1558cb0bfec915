/** The card's own style: nothing of the page's reaches it, and severity shows by words and shape, not by colour alone. */
export const OVERLAY_STYLE = `
:host{all:initial!important;position:fixed!important;inset:auto 20px 20px auto!important;width:min(440px,calc(100vw - 24px))!important;max-height:min(80vh,640px)!important;margin:0!important;padding:0!important;border:0!important;background:transparent!important;display:block!important;z-index:2147483647!important;overflow:visible!important;color-scheme:light dark}
*{box-sizing:border-box;margin:0}
.card{font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#14213d;background:#fff;border:1px solid #cfd5e1;border-radius:16px;box-shadow:0 1px 2px rgba(20,33,61,.08),0 16px 48px rgba(20,33,61,.28);padding:18px 20px 16px;max-height:min(80vh,640px);overflow:auto;border-inline-start:6px solid #33528e}
.card.grave{border-inline-start-color:#b45309}
.card.denied,.card.expired{border-inline-start-color:#64748b}.card.sent{border-inline-start-color:#157347}
header{display:flex;align-items:center;gap:10px;margin-block-end:10px}
.kicker{font-size:13px;font-weight:600;color:#475569;letter-spacing:.01em}
h2{font-size:17px;line-height:1.35;font-weight:650;overflow-wrap:anywhere}
.audience{color:#475569;font-size:14px;margin-block-start:4px}
.point{margin-block-start:12px;padding:10px 12px;background:#fff7ed;border-radius:10px;overflow-wrap:anywhere}
.point strong{display:block;font-weight:650}
.reason,.again{margin-block-start:10px;font-size:14px;color:#334155;overflow-wrap:anywhere}
.again{font-weight:600}
.code{margin-block-start:10px;font-size:12.5px;color:#475569;overflow-wrap:anywhere;user-select:text}
.ended{margin-block-start:8px}
.unsaved{margin-block-start:10px;font-size:13px;color:#475569}
details{margin-block-start:10px;font-size:14px;color:#334155}
summary{cursor:pointer;border-radius:6px}
ul{padding-inline-start:20px;margin-block-start:6px}
.buttons{display:flex;gap:10px;justify-content:flex-end;margin-block-start:16px;flex-wrap:wrap}
button{font:inherit;font-weight:600;min-height:40px;padding:8px 16px;border-radius:10px;border:1px solid #94a3b8;background:transparent;color:inherit;cursor:pointer}
button.main{background:#14213d;border-color:#14213d;color:#fff}
button:hover{filter:brightness(1.08)}button.quiet:hover{background:#f1f5f9;filter:none}
button:focus-visible,summary:focus-visible{outline:3px solid #2563eb;outline-offset:2px}
.agents{margin-block-start:12px;padding-block-start:10px;border-block-start:1px solid #e2e8f0;font-size:12.5px;color:#64748b}
@media (prefers-color-scheme:dark){.card{background:#111827;color:#e5e7eb;border-color:#374151;border-inline-start-color:#7aa2f7}.card.grave{border-inline-start-color:#f59e0b}.card.sent{border-inline-start-color:#34d399}.kicker,.audience,.agents,.unsaved,.code{color:#9ca3af}.point{background:#2b2114}.reason,.again,details{color:#d1d5db}button.main{background:#e5e7eb;border-color:#e5e7eb;color:#111827}button.quiet:hover{background:#1f2937}.agents{border-color:#374151}}
@media (forced-colors:active){.card{border:2px solid CanvasText}button{border:2px solid ButtonText}}
@media (max-width:480px){:host{inset:auto 12px 12px 12px!important;width:auto!important}}
`;

/** The layer's style while agents are stopped: the page stays to be seen below it, and what it says cannot be overlooked. */
export const SHIELD_STYLE = `
:host{all:initial!important;display:contents!important}
*{box-sizing:border-box;margin:0}
dialog{position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;border:0;padding:24px;background:rgba(15,23,42,.42);overflow:auto;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color-scheme:light dark;cursor:not-allowed}
dialog::backdrop{background:transparent}
dialog:focus{outline:none}
dialog[open]{display:flex}
dialog>div{margin:auto;width:min(520px,100%)}
section{background:#fff;color:#14213d;border:1px solid #cfd5e1;border-block-start:8px solid #8a1c1c;border-radius:16px;box-shadow:0 16px 48px rgba(15,23,42,.4);padding:22px 26px 20px}
.kicker{font-size:13px;font-weight:600;color:#475569}
h2{font-size:21px;line-height:1.3;font-weight:650;margin-block:4px 12px;overflow-wrap:anywhere}
ul{padding-inline-start:22px;margin-block-start:12px}
li+li{margin-block-start:8px}
.kept{margin-block-start:14px;padding-block-start:12px;border-block-start:1px solid #e2e8f0;font-size:14px;color:#475569}
@media (prefers-color-scheme:dark){dialog{background:rgba(0,0,0,.6)}section{background:#111827;color:#e5e7eb;border-color:#374151;border-block-start-color:#ef4444}.kicker,.kept{color:#9ca3af}.kept{border-color:#374151}}
@media (forced-colors:active){section{border:3px solid CanvasText}}
`;

/** The sign that an agent works here: one line and a thin edge, quiet, without motion, and no pointer ever lands on it. */
export const SIGN_STYLE = `
:host{all:initial!important;position:fixed!important;inset:0!important;width:auto!important;height:auto!important;max-width:none!important;max-height:none!important;margin:0!important;padding:0!important;border:0!important;background:transparent!important;display:block!important;pointer-events:none!important;z-index:2147483646!important;overflow:hidden!important;color-scheme:light dark}
*{box-sizing:border-box;margin:0}
div.edge{position:absolute;inset:0 0 auto;height:3px;background:#33528e}
.sign{position:absolute;display:flex;align-items:center;gap:8px;max-width:min(420px,calc(100vw - 24px));padding:6px 14px;border-radius:999px;font:600 13px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#14213d;background:#fff;border:1px solid #cfd5e1;box-shadow:0 1px 2px rgba(20,33,61,.08),0 4px 14px rgba(20,33,61,.16);overflow-wrap:anywhere}
.dot{flex:none;width:8px;height:8px;border-radius:50%;background:#33528e}
.top{inset:10px auto auto 50%;transform:translateX(-50%)}
.top-end{inset:10px 10px auto auto}
.bottom{inset:auto auto 10px 50%;transform:translateX(-50%)}
.bottom-start{inset:auto auto 10px 10px}
.sign.edge{position:fixed;inset:0 auto auto 0;inline-size:1px;block-size:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-color-scheme:dark){.sign{background:#111827;color:#e5e7eb;border-color:#374151}.dot,div.edge{background:#7aa2f7}}
@media (forced-colors:active){.sign{border:2px solid CanvasText}.dot,div.edge{background:CanvasText}}
`;
