#include "tests/ui/album.h"
#include "tests/ui/usage/fakeusage.h"
#include "ui/desktop/usage/accountsview.h"
#include "ui/desktop/usage/requeststable.h"
#include "ui/desktop/usage/usagechart.h"
#include "ui/desktop/usage/usagecontroller.h"
#include "ui/desktop/usage/usagepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of every state of Usage & Costs, to look at.

namespace {

engine::AccountReport account(const QString &service, const QString &name,
                              engine::AccountState state, qint64 ours, qint64 theirs = 0)
{
    engine::AccountReport report;
    report.service = service;
    report.serviceName = name;
    report.integrations = QStringList{name};
    report.state = state;
    report.recorded = report.total.ours = Money::fromCents(ours);
    report.total.theirs = Money::fromCents(theirs);
    if (ours != theirs) {
        report.total.agreement = Agreement::Explained;
        report.total.parts = {{DifferenceCause::UsedElsewhere, Money::fromCents(theirs - ours), 0}};
    }
    return report;
}

/// One of each state that a month has.
QList<engine::AccountReport> sampleAccounts()
{
    using engine::AccountState;
    return {account(u"openai"_s, u"OpenAI"_s, AccountState::Compared, 1487, 1490),
            account(u"anthropic"_s, u"Anthropic"_s, AccountState::AdminKeyMissing, 936),
            account(u"stability"_s, u"Stability AI"_s, AccountState::Compared, 642, 642),
            account(u"mistral"_s, u"Mistral AI"_s, AccountState::DoesNotTell, 205),
            account(u"deepseek"_s, u"DeepSeek"_s, AccountState::FirstBalance, 118),
            account(u"ollama"_s, u"Ollama"_s, AccountState::RunsHere, 0)};
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Album album(QLocale(QLocale::English, QLocale::UnitedStates));
    constexpr int sidebar = 212, frame = 62;

    struct State {
        QString name;
        std::function<void(FakeUsage &)> before;
        std::function<void(UsagePage &)> after;
    };
    const auto nothing = [](FakeUsage &) {};
    const auto look = [](UsagePage &) {};
    const QList<State> states{
        {u"usage"_s, nothing,
         [](UsagePage &page) {
             page.chart()->setDay({2026, 10, 23});
         }},
        {u"details"_s, nothing,
         [](UsagePage &page) {
             page.table()->setCurrentIndex(page.table()->model()->index(6, 0));
             Q_EMIT page.table()->opened(6);
         }},
        {u"as-table"_s, nothing,
         [](UsagePage &page) {
             for (QAction *action : page.menuActions(Page::Menu::View)) {
                 if (action->shortcut() == QKeySequence(u"Ctrl+T"_s))
                     action->trigger();
             }
         }},
        {u"one-service"_s, nothing,
         [](UsagePage &page) {
             UsageFilter filter;
             filter.service = u"anthropic"_s;
             Q_EMIT page.filterWanted(filter);
         }},
        {u"nothing-found"_s, nothing,
         [](UsagePage &page) { page.search()->setText(u"no such model"_s); }},
        {u"dearest-first"_s, nothing,
         [](UsagePage &page) {
             Q_EMIT page.table()->orderWanted({RecordColumn::Cost, Qt::DescendingOrder});
             page.table()->showOrder({RecordColumn::Cost, Qt::DescendingOrder});
         }},
        {u"providers"_s, nothing,
         [](UsagePage &page) { page.findChild<AccountsLine *>()->button()->click(); }},
        {u"exported"_s, nothing,
         [](UsagePage &page) {
             Banner *note = page.exportNote();
             note->setLevel(Banner::Level::Success);
             note->setMessage(u"keyway-2026-10.csv is written."_s, u"1,353 records are in it."_s);
             note->addButton(u"Show in folder"_s);
             note->setClosable(true);
             note->show();
         }},
        {u"empty"_s, [](FakeUsage &usage) { usage.kept.clear(); }, look},
        {u"unreadable"_s,
         [](FakeUsage &usage) { usage.fails = Error(Error::Kind::Storage, u"disk I/O error"_s); },
         look},
    };

    std::vector<std::unique_ptr<FakeUsage>> backends;
    QList<Album::Picture> pictures;
    for (const State &state : states) {
        pictures.append({state.name, [&](const QSize &window) -> QWidget * {
                             auto &backend = *backends.emplace_back(std::make_unique<FakeUsage>());
                             backend.reconciliation.accounts = sampleAccounts();
                             state.before(backend);
                             auto *page = new UsagePage;
                             page->resize(window.width() - (window.width() < 1000 ? 56 : sidebar),
                                          window.height() - frame);
                             auto *controller = new UsageController(page, &backend, page);
                             controller->setDelay(0);
                             page->show();
                             controller->start();
                             Album::settle(std::chrono::milliseconds(60));
                             state.after(*page);
                             return page;
                         }});
    }
    album.draw({{1280, 800}, {900, 640}}, pictures, std::chrono::milliseconds(80));
    return 0;
}
