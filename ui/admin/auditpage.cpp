#include "auditpage.h"

#include "ui/admin/admintable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/admin.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownMark = 7;

} // namespace

AuditPage::AuditPage(AdminBackend *backend, std::function<QDateTime()> now, QWidget *parent)
    : AdminPage(tr("Audit"), backend, parent)
    , m_now(std::move(now))
    , m_search(header()->addSearch(tr("Find in these entries")))
    , m_check(new Banner(Banner::Level::Info, content()))
    , m_table(new AdminTable(
          tr("Entries"),
          {QString(), tr("Time"), tr("What"), tr("Details"), tr("By"), tr("From"), tr("Mark")},
          content()))
    , m_older(new QPushButton(tr("Show older entries"), content()))
    , m_count(new TextLabel({}, TextStyle::Small, Token::TextMuted, content()))
{
    header()->setSubtitle(tr("What administrators did on this server"));
    m_table->horizontalHeaderItem(0)->setData(Qt::AccessibleTextRole, tr("Chain"));
    m_table->setStretched(3);
    m_check->hide();
    column()->addWidget(m_check);
    column()->addWidget(m_table);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_older);
    foot->addStretch(1);
    foot->addWidget(m_count);
    column()->addLayout(foot);
    auto *rule = new TextLabel(tr("Entries cannot be edited or deleted, not even by owners."),
                               TextStyle::Small, Token::TextSecondary, content());
    column()->addWidget(rule);
    column()->addStretch(1);
    connect(m_older, &QPushButton::clicked, this, &AuditPage::readOlder);
    connect(m_search, &SearchField::textChanged, this, &AuditPage::fill);
    addPageAction(tr("Find"), QKeySequence::Find, [this] { m_search->activate(); });
}

void AuditPage::reload()
{
    setAsking(tr("Reading what was done…"));
    const int asked = ++m_asked;
    backend()->audit(0, this, [this, asked](const Result<QList<AuditedAction>> &entries) {
        if (asked != m_asked)
            return;
        if (!entries)
            return showProblem(entries.error());
        m_entries.clear();
        add(*entries);
        showContent();
    });
    checkAgain();
}

void AuditPage::readOlder()
{
    if (m_entries.isEmpty())
        return;
    const int asked = ++m_asked;
    m_older->setEnabled(false);
    backend()->audit(m_entries.constLast().sequence, this,
                     [this, asked](const Result<QList<AuditedAction>> &entries) {
                         m_older->setEnabled(true);
                         if (asked != m_asked)
                             return;
                         if (!entries)
                             return showProblem(entries.error());
                         add(*entries);
                     });
}

void AuditPage::checkAgain()
{
    backend()->checkAudit(this, [this](const Result<AuditVerdict> &check) {
        if (check)
            showCheck(*check);
        else
            m_check->hide();
    });
}

void AuditPage::showCheck(const AuditVerdict &check)
{
    const QString at = tr("Checked at %1.").arg(words::timeOfDay(m_now().toLocalTime()));
    m_check->clearButtons();
    if (check.whole) {
        m_check->setLevel(Banner::Level::Success);
        m_check->setIcon(u"shield"_s);
        m_check->setMessage(tr("Nothing has been changed."),
                            tr("Every entry fits the one before.") + u' ' + at);
    } else {
        m_check->setLevel(Banner::Level::Error);
        m_check->setIcon(u"error"_s);
        m_check->setMessage(
            tr("Entry %1 is not as it was written, or is gone.").arg(check.firstBroken),
            tr("Compare with a backup before you trust what follows.") + u' ' + at);
    }
    connect(m_check->addButton(tr("Check again")), &QPushButton::clicked, this,
            &AuditPage::checkAgain);
    m_check->show();
}

void AuditPage::add(const QList<AuditedAction> &entries)
{
    m_entries += entries;
    // The first entry is number 1: what is before it does not exist.
    m_older->setVisible(!m_entries.isEmpty() && m_entries.constLast().sequence > 1);
    fill();
}

void AuditPage::fill()
{
    const QString wanted = m_search->text().trimmed();
    const QDateTime now = m_now().toLocalTime();
    QList<QStringList> rows;
    for (const AuditedAction &entry : std::as_const(m_entries)) {
        const QDateTime at = entry.at.toLocalTime();
        const QString time = at.date() == now.date()
            ? locale().toString(at.time(), u"HH:mm:ss"_s)
            : tr("%1, %2", "day, time")
                  .arg(words::moment(at, now), locale().toString(at.time(), u"HH:mm:ss"_s));
        const QStringList row{
            tr("entry %1").arg(entry.sequence), time,        words::auditAction(entry.action),
            words::auditDetail(entry.detail),   entry.actor, entry.address,
            entry.mark.left(shownMark)};
        if (wanted.isEmpty() || row.join(u' ').contains(wanted, Qt::CaseInsensitive))
            rows.append(row);
    }
    m_table->setRowCount(int(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows.at(row).size(); ++column)
            m_table->put(row, column, rows.at(row).at(column),
                         column == 0 ? CellLook::Bead : CellLook::Plain);
    }
    m_table->fit();
    m_count->setText(tr("%1 of %2 entries shown", "count, count")
                         .arg(words::count(rows.size()), words::count(m_entries.size())));
}

QWidget *AuditPage::firstFocus() const
{
    return m_table;
}

void AuditPage::drop()
{
    ++m_asked;
    m_entries.clear();
    m_search->setText({});
    m_check->hide();
    m_table->setRowCount(0);
    m_count->clear();
}

} // namespace keyway
