#include "activitypage.h"

#include "ui/desktop/activity/activitydetails.h"
#include "ui/desktop/activity/activitymodel.h"
#include "ui/desktop/activity/activitytable.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/activity.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtCore/QDir>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int DetailsWidth = 268;

/// What can be chosen, each with the groups of events that it stands for.
const QList<QStringList> &choices()
{
    static const QList<QStringList> all{{},
                                        {u"attempt"_s},
                                        {u"integration"_s, u"models"_s},
                                        {u"limit"_s, u"spending"_s, u"cost"_s, u"alert"_s},
                                        {u"setting"_s},
                                        {u"sync"_s}};
    return all;
}

} // namespace

ActivityPage::ActivityPage(QWidget *parent)
    : Page(parent)
    , m_model(new ActivityModel(this))
    , m_problem(new Banner(Banner::Level::Error, this))
    , m_record(new Banner(Banner::Level::Info, this))
    , m_search(new SearchField(tr("Search activity"), this))
    , m_groups(new QComboBox(this))
    , m_count(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new ActivityTable(m_model))
    , m_empty(new EmptyState(u"activity"_s))
    , m_details(new ActivityDetails(this))
{
    auto *header = new PageHeader(tr("Activity"), this);
    header->setSubtitle(tr("Everything Keyway did for you, in order"));
    m_export = header->addSecondary(tr("Export"), u"download"_s);
    connect(m_export, &QPushButton::clicked, this, &ActivityPage::askWhereTo);
    setParts(header, makeContent());
    makeActions();
    setChecking();
}

QWidget *ActivityPage::makeContent()
{
    auto *content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setSpacing(12);
    m_column->addWidget(m_problem);
    m_problem->hide();
    m_column->addWidget(m_record);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(8);
    filters->addWidget(m_search);
    m_groups->setAccessibleName(tr("What it is about"));
    m_groups->addItem(tr("Everything"));
    for (const QStringList &groups : choices().mid(1))
        m_groups->addItem(words::activityGroup(groups.first()));
    filters->addWidget(m_groups);
    filters->addStretch(1);
    filters->addWidget(m_count);
    m_column->addLayout(filters);
    connect(m_search, &SearchField::textChanged, this, &ActivityPage::filterChanged);
    connect(m_groups, &QComboBox::currentIndexChanged, this, &ActivityPage::filterChanged);

    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    auto *card = new CardFrame(content);
    card->setAccessibleName(tr("The record"));
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    inside->addWidget(m_stack);
    row->addWidget(card, 1);
    row->addWidget(m_details);
    m_details->setFixedWidth(forText(DetailsWidth));
    m_details->hide();
    m_column->addLayout(row, 1);
    connect(m_table, &RowTable::opened, this, &ActivityPage::showDetails);
    connect(m_table, &RowTable::currentRowChanged, this, [this](int current) {
        if (!m_details->isHidden())
            showDetails(current);
    });
    connect(m_details, &ActivityDetails::closeRequested, this, &ActivityPage::closeDetails);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ActivityPage::closeDetails);
    return content;
}

void ActivityPage::makeActions()
{
    addMenuAction(Menu::File, tr("Export the record…"), QKeySequence(Qt::CTRL | Qt::Key_E),
                  [this] { askWhereTo(); });
    addMenuAction(Menu::Edit, tr("Search activity"), QKeySequence::Find,
                  [this] { m_search->activate(); });
    addMenuAction(Menu::Service, tr("Check the record again"), QKeySequence(Qt::Key_F5),
                  [this] { Q_EMIT checkRequested(); });
}

QWidget *ActivityPage::firstFocus() const
{
    return m_table;
}

AuditFilter ActivityPage::filter() const
{
    AuditFilter filter;
    filter.groups = choices().value(m_groups->currentIndex());
    filter.text = m_search->text().trimmed();
    return filter;
}

void ActivityPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_column->setContentsMargins(margin(), 4, margin(), 20);
}

void ActivityPage::setCount(int entries, bool sameFilter)
{
    m_model->setRows(entries, sameFilter);
    m_count->setText(tr("%n entries shown", nullptr, entries));
    const bool filtered = !filter().groups.isEmpty() || !filter().text.isEmpty();
    m_empty->setMessage(filtered ? tr("Nothing in the record fits this.")
                                 : tr("Nothing has happened yet."),
                        filtered ? QString() : tr("What Keyway does for you is written here."));
    m_stack->setCurrentWidget(entries > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    m_export->setEnabled(entries > 0);
}

void ActivityPage::setChecking()
{
    m_record->setLevel(Banner::Level::Info);
    m_record->setMessage(tr("Checking the record…"), {});
    m_record->clearButtons();
    m_table->setWhole(false);
}

void ActivityPage::setCheck(const AuditCheck &check, const QDateTime &at)
{
    const bool whole = check.problem == AuditCheck::Problem::None;
    m_record->setLevel(!whole               ? Banner::Level::Error
                           : check.anchored ? Banner::Level::Success
                                            : Banner::Level::Warning);
    m_record->setIcon(whole ? u"shield"_s : QString());
    m_record->setMessage(
        words::auditTitle(check),
        tr("%1 Checked at %2.").arg(words::auditText(check), words::timeOfDay(at.toLocalTime())));
    m_record->clearButtons();
    connect(m_record->addButton(tr("Check again")), &QPushButton::clicked, this,
            &ActivityPage::checkRequested);
    m_table->setWhole(whole);
}

void ActivityPage::setProblem(const words::Message &problem)
{
    m_problem->setMessage(problem.title, problem.text);
    m_problem->setVisible(!problem.title.isEmpty());
}

void ActivityPage::askWhereTo()
{
    auto *dialog = new QFileDialog(this, tr("Export the record"), QDir::homePath(),
                                   tr("JSON Lines (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->selectFile(u"keyway-activity.jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityPage::exportRequested);
    dialog->open();
}

void ActivityPage::showDetails(int row)
{
    const AuditEntry *entry = m_model->entry(row);
    if (!entry)
        return;
    m_details->setEntry(*entry);
    m_details->show();
}

void ActivityPage::closeDetails()
{
    const bool had = m_details->isAncestorOf(focusWidget());
    m_details->hide();
    if (had)
        m_table->setFocus();
}

} // namespace keyway
