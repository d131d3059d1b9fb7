#include "usageexport.h"

#include "ui/print/usagepdf.h"
#include "ui/widgets/banner.h"
#include "ui/words/errors.h"
#include "ui/words/money.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace keyway {

UsageExport::UsageExport(QString database, Banner *note, QObject *parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_note(note)
{
}

UsageExport::~UsageExport() = default;

void UsageExport::chooseFile(const QString &name, const QString &suffix,
                             const std::function<void(const QString &path)> &chosen)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(m_note, tr("Export usage and costs"),
                                   QDir(folder).filePath(name + u'.' + suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void UsageExport::ask(const ExportOrder &order)
{
    QString name = u"keyway"_s;
    if (order.filter.month)
        name += order.filter.month->toString(u"-yyyy-MM"_s);
    if (order.format == ExportFormat::Focus)
        name += "-focus"_L1;
    chooseFile(name, suffixOf(order.format),
               [this, order](const QString &path) { start(order, path); });
}

void UsageExport::askReport(const words::UsageSheet &sheet, const QDate &month)
{
    chooseFile(month.toString(u"'keyway'-yyyy-MM"_s), u"pdf"_s,
               [this, sheet](const QString &path) { writeReport(sheet, path); });
}

void UsageExport::writeReport(const words::UsageSheet &sheet, const QString &path)
{
    run({Kind::Report, path,
         [sheet, path](Database &, const CancelToken &,
                       const ExportProgress &) -> Result<ExportReport> {
             if (const Result<Done> written = print::writeUsagePdf(sheet, path); !written)
                 return written.error();
             return ExportReport();
         }});
}

void UsageExport::start(const ExportOrder &order, const QString &path)
{
    run({Kind::Records, path,
         [order, path](Database &database, const CancelToken &cancel,
                       const ExportProgress &progress) {
             return exportToFile(database, order, path, cancel, progress);
         }});
}

void UsageExport::run(const Job &job)
{
    if (m_running)
        return;
    m_job = job;
    m_run = std::make_unique<ExportRun>(m_database, job.work);
    connect(m_run.get(), &ExportRun::progressed, this, &UsageExport::showProgress);
    connect(m_run.get(), &ExportRun::ended, this, &UsageExport::showEnd);
    m_running = true;
    Q_EMIT runningChanged(true);
    m_note->setLevel(Banner::Level::Info);
    m_note->setClosable(false);
    m_note->clearButtons();
    QPushButton *stop = m_note->addButton(tr("Cancel"));
    connect(stop, &QPushButton::clicked, m_run.get(), &ExportRun::cancel);
    showProgress(0);
    m_note->show();
    m_run->start();
}

QString UsageExport::fileName() const
{
    return QFileInfo(m_job.path).fileName();
}

void UsageExport::showProgress(qint64 records)
{
    m_note->setMessage(tr("Writing %1.").arg(fileName()),
                       m_job.kind == Kind::Report
                           ? QString()
                           : tr("%n record(s) so far.", nullptr, static_cast<int>(records)));
}

void UsageExport::showEnd()
{
    const Result<ExportReport> result = m_run->result();
    m_running = false;
    Q_EMIT runningChanged(false);
    m_note->clearButtons();
    m_note->setClosable(true);
    if (result)
        return showWritten(m_job.kind == Kind::Report ? QString()
                                                      : tr("%n record(s) are in it.", nullptr,
                                                           static_cast<int>(result->records)));
    if (result.error().kind() == Error::Kind::Cancelled) {
        m_note->setLevel(Banner::Level::Info);
        m_note->setMessage(tr("The export was cancelled."), tr("No file is left of it."));
        return;
    }
    showProblem(result.error());
}

void UsageExport::showWritten(const QString &text)
{
    m_note->setLevel(Banner::Level::Success);
    m_note->setMessage(tr("%1 is written.").arg(fileName()), text);
    QPushButton *folder = m_note->addButton(tr("Show in folder"));
    connect(folder, &QPushButton::clicked, this, [path = m_job.path] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
}

void UsageExport::showProblem(const Error &error)
{
    const words::Message problem = words::errorWords(error);
    m_note->setLevel(Banner::Level::Error);
    m_note->setMessage(problem.title, problem.text);
    QPushButton *button = m_note->addButton(tr("Try again"));
    connect(button, &QPushButton::clicked, this, [this] { run(Job(m_job)); });
}

} // namespace keyway
