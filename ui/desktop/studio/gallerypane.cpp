#include "gallerypane.h"

#include "ui/desktop/studio/galleryview.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/spinner.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int FilterMs = 200;
constexpr int NarrowPane = 520;
} // namespace

GalleryPane::GalleryPane(GalleryModel *model, Thumbnails *thumbnails, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_counts(new ElidedLabel({}, TextStyle::Small, Token::TextMuted, this))
    , m_search(new SearchField(tr("Search prompts"), this))
    , m_service(new QComboBox(this))
    , m_folder(iconButton(u"folder"_s, tr("Open the folder"), ButtonKind::Secondary, this))
    , m_stack(new QStackedLayout)
    , m_view(new GalleryView(thumbnails, this))
    , m_empty(new EmptyState(u"studio"_s, this))
    , m_nothingPage(new QWidget(this))
    , m_loadingPage(new QWidget(this))
    , m_nothing(new TextLabel({}, TextStyle::Body, Token::TextSecondary, m_nothingPage))
    , m_spinner(new Spinner(20, m_loadingPage))
{
    setAccessibleName(tr("Gallery"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    // As the jobs above; the view below goes on to the edge for its rings and its bar.
    head->setContentsMargins(5, 0, 15, 0);
    head->addWidget(new TextLabel(tr("Gallery"), TextStyle::Heading, Token::TextPrimary, this));
    head->addSpacing(4);
    head->addWidget(m_counts, 1);
    m_search->edit()->setMinimumWidth(150);
    head->addWidget(m_search);
    m_service->setAccessibleName(tr("Service"));
    m_service->addItem(tr("All services"));
    m_service->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    head->addWidget(m_service);
    head->addWidget(m_folder);
    column->addLayout(head);

    m_view->setModel(m_model);
    m_empty->setMessage(tr("Nothing made yet"),
                        tr("Describe a picture. You see the price before it is made."));
    auto *nothing = new QVBoxLayout(m_nothingPage);
    nothing->setContentsMargins(5, 12, 0, 0);
    m_nothing->setWordWrap(true);
    nothing->addWidget(m_nothing);
    auto *clear = new QPushButton(tr("Clear filters"), m_nothingPage);
    setKind(clear, ButtonKind::Link);
    nothing->addWidget(clear, 0, Qt::AlignLeft);
    nothing->addStretch(1);
    auto *loading = new QVBoxLayout(m_loadingPage);
    loading->addStretch(1);
    m_spinner->setAccessibleName(tr("Reading the gallery"));
    loading->addWidget(m_spinner, 0, Qt::AlignCenter);
    loading->addStretch(2);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_nothingPage);
    m_stack->addWidget(m_loadingPage);
    column->addLayout(m_stack, 1);

    m_filterTimer.setSingleShot(true);
    m_filterTimer.setInterval(FilterMs);
    connect(&m_filterTimer, &QTimer::timeout, this, &GalleryPane::filterChanged);
    connect(m_search, &SearchField::textChanged, &m_filterTimer, qOverload<>(&QTimer::start));
    connect(m_service, &QComboBox::currentIndexChanged, this, &GalleryPane::filterChanged);
    connect(m_folder, &QToolButton::clicked, this, &GalleryPane::folderRequested);
    connect(clear, &QPushButton::clicked, this, [this] {
        clearFilter();
        m_search->edit()->setFocus(Qt::OtherFocusReason);
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &GalleryPane::adapt);
    connect(m_model, &QAbstractItemModel::modelReset, this, &GalleryPane::adapt);
    setLoading(true);
}

void GalleryPane::setFacts(const GalleryWindow &window, const ServicesValue &services)
{
    QStringList parts;
    if (window.imagesThisMonth > 0)
        parts.append(tr("%n image(s)", nullptr, int(window.imagesThisMonth)));
    if (window.videosThisMonth > 0)
        parts.append(tr("%n clip(s)", nullptr, int(window.videosThisMonth)));
    m_counts->setText(parts.isEmpty() ? QString()
                          : parts.size() == 1
                          ? tr("%1 this month").arg(parts.first())
                          : tr("%1 and %2 this month").arg(parts.at(0), parts.at(1)));
    QStringList ids;
    for (int i = 1; i < m_service->count(); ++i)
        ids.append(m_service->itemData(i).toString());
    if (ids != window.services) {
        const QString before = m_service->currentData().toString();
        const QSignalBlocker quiet(m_service);
        m_service->clear();
        m_service->addItem(tr("All services"));
        for (const QString &id : window.services)
            m_service->addItem(services.serviceName(id), id);
        m_service->setCurrentIndex(std::max(0, before.isEmpty() ? 0 : m_service->findData(before)));
    }
    setLoading(false);
}

void GalleryPane::setLoading(bool loading)
{
    m_loading = loading;
    if (loading)
        m_spinner->start();
    else
        m_spinner->stop();
    adapt();
}

GalleryFilter GalleryPane::filter() const
{
    return {m_search->text().trimmed(), m_service->currentData().toString()};
}

void GalleryPane::clearFilter()
{
    m_search->setText({});
    m_service->setCurrentIndex(0);
}

QList<PictureValue> GalleryPane::selected() const
{
    QModelIndexList indexes = m_view->selectionModel()->selectedIndexes();
    if (indexes.isEmpty() && m_view->currentIndex().isValid())
        indexes = {m_view->currentIndex()};
    std::sort(indexes.begin(), indexes.end());
    QList<PictureValue> pictures;
    for (const QModelIndex &index : std::as_const(indexes)) {
        if (const PictureValue *picture = m_model->at(index))
            pictures.append(*picture);
    }
    return pictures;
}

void GalleryPane::adapt()
{
    const bool filtered = !filter().isEmpty();
    m_nothing->setText(m_search->text().trimmed().isEmpty()
                           ? tr("Nothing of this service.")
                           : tr("Nothing found for “%1”.").arg(m_search->text().trimmed()));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view)
                                  : m_loading         ? m_loadingPage
                                  : filtered          ? m_nothingPage
                                                      : m_empty);
}

void GalleryPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_counts->setVisible(width() >= NarrowPane);
}

} // namespace keyway
