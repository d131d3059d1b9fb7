#include "activitypage.h"

#include "ui/desktop/activity/activitydetails.h"
#include "ui/desktop/activity/activityfilters.h"
#include "ui/desktop/activity/activitymodel.h"
#include "ui/desktop/activity/activitytable.h"
#include "ui/desktop/questiondialog.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/activity.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtCore/QDir>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int DetailsWidth = 268;
} // namespace

ActivityPage::ActivityPage(QWidget *parent)
    : Page(parent)
    , m_model(new ActivityModel(this))
    , m_problem(new Banner(Banner::Level::Error, this))
    , m_exportNote(new Banner(Banner::Level::Info, this))
    , m_record(new Banner(Banner::Level::Info, this))
    , m_filters(new ActivityFilters(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new ActivityTable(m_model))
    , m_empty(new EmptyState(u"activity"_s))
    , m_details(new ActivityDetails(this))
{
    auto *header = new PageHeader(tr("Activity"), this);
    header->setSubtitle(tr("Everything Keyway did for you, in order"));
    m_export = header->addSecondary(tr("Export"), u"download"_s);
    auto *formats = new QMenu(this);
    const std::pair<ExportFormat, QString> known[]
        = {{ExportFormat::JsonLines, tr("JSON Lines")}, {ExportFormat::Csv, tr("CSV")}};
    for (const auto &[format, text] : known) {
        connect(formats->addAction(text), &QAction::triggered, this,
                [this, format = format] { Q_EMIT exportRequested(format); });
    }
    m_export->setMenu(formats);
    setParts(header, makeContent());
    makeActions();
    setChecking(0);
}

QWidget *ActivityPage::makeContent()
{
    auto *content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setSpacing(12);
    m_column->addWidget(m_problem);
    m_problem->hide();
    m_column->addWidget(m_exportNote);
    m_exportNote->hide();
    m_column->addWidget(m_record);
    m_column->addWidget(m_filters);
    connect(m_filters, &ActivityFilters::changed, this, &ActivityPage::filterChanged);

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
    addMenuAction(Menu::File, tr("Export the record…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
        if (m_export->isEnabled())
            m_export->menu()->popup(m_export->mapToGlobal(m_export->rect().bottomLeft()));
    });
    addMenuAction(Menu::File, tr("Export for support…"), {}, [this] { Q_EMIT reportRequested(); });
    addMenuAction(Menu::Edit, tr("Search activity"), QKeySequence::Find,
                  [this] { m_filters->search()->activate(); });
    addMenuAction(Menu::View, tr("Only what this one did"), QKeySequence(Qt::Key_F),
                  [this] { showOnlyThis(); });
    addMenuAction(Menu::Service, tr("Check the record again"), QKeySequence(Qt::Key_F5),
                  [this] { Q_EMIT checkRequested(); });
    addMenuAction(Menu::Service, tr("Keep a copy of the seals…"), {},
                  [this] { Q_EMIT sealCopyRequested(); });
}

QWidget *ActivityPage::firstFocus() const
{
    return m_table;
}

AuditFilter ActivityPage::filter() const
{
    return m_filters->filter();
}

void ActivityPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_column->setContentsMargins(margin(), 4, margin(), 20);
}

void ActivityPage::keyPressEvent(QKeyEvent *event)
{
    const bool escape = event->key() == Qt::Key_Escape;
    if (escape && !m_details->isHidden())
        closeDetails();
    else if (!escape || !m_filters->showAnyone())
        Page::keyPressEvent(event);
}

void ActivityPage::setCount(int entries, bool sameFilter)
{
    m_model->setRows(entries, sameFilter);
    m_filters->setCount(entries);
    const bool filtered = !filter().asksForAll();
    m_empty->setMessage(filtered ? tr("Nothing in the record fits this.")
                                 : tr("Nothing has happened yet."),
                        filtered ? QString() : tr("What Keyway does for you is written here."));
    m_stack->setCurrentWidget(entries > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    m_export->setEnabled(entries > 0);
}

void ActivityPage::setExporting(bool running)
{
    m_export->setEnabled(!running && m_model->rowCount() > 0);
}

void ActivityPage::setChecking(qint64 entries)
{
    m_record->setLevel(Banner::Level::Info);
    m_record->setIcon({});
    m_record->setMessage(entries > 0
                             ? tr("Checking %Ln entries…", nullptr, static_cast<int>(entries))
                             : tr("Checking the record…"),
                         {});
    m_record->clearButtons();
}

void ActivityPage::setCheck(const AuditCheck &check, const QDateTime &at)
{
    const bool sure = check.isVouchedFor() && (check.anchored || check.entries == 0);
    m_record->setLevel(!check.isIntact() ? Banner::Level::Error
                           : sure        ? Banner::Level::Success
                                         : Banner::Level::Warning);
    m_record->setIcon(check.isIntact() ? u"shield"_s : QString());
    QStringList text{words::auditText(check), words::auditAround(check),
                     tr("Checked at %1.").arg(words::timeOfDay(at.toLocalTime()))};
    text.removeAll(QString());
    m_record->setMessage(words::auditTitle(check), text.join(u' '));
    m_record->clearButtons();
    const auto offer = [this](const QString &words, auto wanted) {
        connect(m_record->addButton(words), &QPushButton::clicked, this, wanted);
    };
    if (!check.isVouchedFor())
        offer(tr("Export for support"), &ActivityPage::reportRequested);
    if (!check.isVouchedFor() && (check.isIntact() || check.seal))
        offer(tr("Seal anew…"), &ActivityPage::askToReseal);
    offer(tr("Check again"), &ActivityPage::checkRequested);
    m_table->setWhole(check.isIntact());
}

void ActivityPage::setCheckFailed(const words::Message &problem)
{
    m_record->setLevel(Banner::Level::Error);
    m_record->setIcon({});
    m_record->setMessage(problem.title, problem.text);
    m_record->clearButtons();
    connect(m_record->addButton(tr("Check again")), &QPushButton::clicked, this,
            &ActivityPage::checkRequested);
}

void ActivityPage::setProblem(const words::Message &problem)
{
    m_problem->setMessage(problem.title, problem.text);
    m_problem->setVisible(!problem.title.isEmpty());
}

void ActivityPage::askToReseal()
{
    auto *question = new QuestionDialog(tr("Seal the record as it is now?"), this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->addParagraph(tr("Do so only where you know why the seals do not fit: you restored a "
                              "backup, or a file was lost."));
    question->addParagraph(
        tr("The present files of seals are put aside, and the record tells that it was "
           "sealed anew."));
    question->addAnswer(u"leave"_s, tr("Leave it so"));
    question->addAnswer(u"seal"_s, tr("Seal anew"), ButtonKind::Primary);
    connect(question, &QuestionDialog::answered, this, [this](const QString &answer) {
        if (answer == "seal"_L1)
            Q_EMIT resealRequested();
    });
    question->open();
}

void ActivityPage::askSealCopy(const QString &now)
{
    if (now.isEmpty())
        return askForSealFile();
    auto *question
        = new QuestionDialog(tr("The seals of each day are kept in a second file."), this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->addParagraph(QDir::toNativeSeparators(now));
    question->addAnswer(u"leave"_s, tr("Leave it so"));
    question->addAnswer(u"other"_s, tr("Another file…"));
    question->addAnswer(u"none"_s, tr("Keep no copy"));
    connect(question, &QuestionDialog::answered, this, [this](const QString &answer) {
        if (answer == "other"_L1)
            askForSealFile();
        else if (answer == "none"_L1)
            Q_EMIT sealCopyChosen({});
    });
    question->open();
}

void ActivityPage::askForSealFile()
{
    auto *dialog = new QFileDialog(this, tr("Keep a copy of the seals, best on another disk"),
                                   QDir::home().filePath(u"keyway.seals"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is ever written over
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityPage::sealCopyChosen);
    dialog->open();
}

void ActivityPage::showOnlyThis()
{
    const AuditEntry *entry = m_model->entry(m_table->currentIndex().row());
    if (!entry)
        return;
    if (!entry->integrationName.isEmpty())
        m_filters->showOnly(entry->integrationName);
    else if (entry->event.name.startsWith("sync."_L1))
        m_filters->showOnly(u"sync"_s);
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
