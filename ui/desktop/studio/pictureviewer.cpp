#include "pictureviewer.h"

#include "ui/desktop/studio/picturecanvas.h"
#include "ui/desktop/studio/studioprice.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int InfoWidth = 264;
constexpr int PanStep = 60;
} // namespace

PictureViewer::PictureViewer(GalleryModel *model, const ServicesValue *services, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_services(services)
    , m_canvas(new PictureCanvas(this))
    , m_title(new ElidedLabel({}, TextStyle::Heading, Token::TextPrimary, this))
    , m_zoom(new TextLabel({}, TextStyle::Small, Token::TextMuted, this))
    , m_tools(new QHBoxLayout)
    , m_info(new QScrollArea(this))
    , m_facts(nullptr)
    , m_play(new QPushButton(tr("Open in the player"), this))
{
    setObjectName(u"pictureViewer"_s);
    setWindowModality(Qt::WindowModal);
    m_canvas->setFocusPolicy(Qt::StrongFocus);
    m_canvas->setFocus();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tools->setContentsMargins(16, 8, 10, 8);
    m_tools->setSpacing(6);
    m_tools->addWidget(m_title, 1);
    m_play->setIcon(themeOf(this).icon(u"play"_s));
    m_tools->addWidget(m_play);
    m_tools->addWidget(m_zoom);
    m_tools->addSpacing(6);
    m_out = addTool(u"minus"_s, tr("Zoom out"), u"-"_s);
    m_in = addTool(u"plus"_s, tr("Zoom in"), u"+"_s);
    m_previous = addTool(u"chevron-left"_s, tr("Previous"), u"Left"_s);
    m_next = addTool(u"chevron-right"_s, tr("Next"), u"Right"_s);
    m_infoButton = addTool(u"info"_s, tr("What it was made with"), u"I"_s);
    m_infoButton->setCheckable(true);
    QToolButton *save = addTool(u"download"_s, tr("Save as"), u"Ctrl+S"_s);
    QToolButton *remove = addTool(u"trash"_s, tr("Delete"), u"Del"_s);
    QToolButton *close = addTool(u"close"_s, tr("Close"), u"Esc"_s);
    column->addLayout(m_tools);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_canvas, 1);
    auto *content = new QWidget;
    content->setAccessibleName(tr("What it was made with"));
    m_facts = new QFormLayout(content);
    m_facts->setContentsMargins(16, 14, 16, 14);
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(6);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_info->setWidget(content);
    m_info->setWidgetResizable(true);
    m_info->setFrameShape(QFrame::NoFrame);
    m_info->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_info->setFixedWidth(InfoWidth);
    m_info->setFocusPolicy(Qt::NoFocus);
    m_info->setAccessibleName(tr("What it was made with"));
    m_info->hide();
    row->addWidget(m_info);
    column->addLayout(row, 1);

    connect(m_out, &QToolButton::clicked, m_canvas, &PictureCanvas::zoomOut);
    connect(m_in, &QToolButton::clicked, m_canvas, &PictureCanvas::zoomIn);
    connect(m_previous, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(1); });
    connect(m_infoButton, &QToolButton::toggled, this, &PictureViewer::setInfoShown);
    connect(close, &QToolButton::clicked, this, &QDialog::accept);
    const auto tell = [this](auto signal) {
        return [this, signal] {
            if (const PictureValue *picture = m_model->at(m_current))
                Q_EMIT(this->*signal)(PictureValue(*picture));
        };
    };
    connect(m_play, &QPushButton::clicked, this, tell(&PictureViewer::openRequested));
    connect(save, &QToolButton::clicked, this, tell(&PictureViewer::saveRequested));
    connect(remove, &QToolButton::clicked, this, tell(&PictureViewer::deleteRequested));
    connect(m_canvas, &PictureCanvas::zoomed, this, &PictureViewer::adapt);
    connect(m_canvas, &PictureCanvas::loaded, this, [this] {
        if (const PictureValue *picture = m_model->at(m_current))
            fillInfo(*picture);
        adapt();
    });
    // The next one takes the place of one that went.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                if (!m_current.isValid() || m_current.row() < first || m_current.row() > last)
                    return;
                const int next = last + 1 < m_model->rowCount() ? last + 1 : first - 1;
                if (next >= 0)
                    showPicture(m_model->index(next));
                else
                    reject();
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, &QDialog::reject);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &PictureViewer::adapt);
}

QToolButton *PictureViewer::addTool(const QString &icon, const QString &name, const QString &keys)
{
    QToolButton *button = iconButton(icon, name, ButtonKind::Ghost, this);
    button->setToolTip(
        tr("%1 (%2)").arg(name, QKeySequence(keys).toString(QKeySequence::NativeText)));
    button->installEventFilter(this);
    m_tools->addWidget(button);
    return button;
}

void PictureViewer::showPicture(const QModelIndex &index)
{
    const PictureValue *picture = m_model->at(index);
    if (!picture)
        return;
    m_current = index;
    const bool video = picture->type == RequestType::Video;
    const QString title = pictureTitle(*picture);
    setWindowTitle(title);
    m_title->setText(title);
    m_canvas->setAccessibleName(title);
    m_canvas->setPicture(video ? QString() : picture->path,
                         video ? tr("%1. Keyway shows it in the player of your system.")
                                     .arg(madeWords(picture->type, 1, picture->seconds))
                               : QString());
    m_play->setVisible(video);
    fillInfo(*picture);
    adapt();
    Q_EMIT currentChanged(index);
}

void PictureViewer::go(int by)
{
    const int row = m_current.row() + by;
    if (row >= m_model->rowCount() - 4 && m_model->canFetchMore({}))
        m_model->fetchMore({});
    showPicture(m_model->index(row));
}

void PictureViewer::adapt()
{
    const PictureValue *picture = m_model->at(m_current);
    const bool video = picture && picture->type == RequestType::Video;
    m_previous->setEnabled(m_current.row() > 0);
    m_next->setEnabled(m_current.row() + 1 < m_model->rowCount());
    const bool zoomable = !video && m_canvas->isLoaded();
    m_in->setEnabled(zoomable);
    m_out->setEnabled(zoomable);
    m_zoom->setVisible(zoomable);
    m_zoom->setText(zoomable ? tr("%1 %").arg(m_canvas->percent()) : QString());
}

bool PictureViewer::isInfoShown() const
{
    return !m_info->isHidden();
}

void PictureViewer::setInfoShown(bool shown)
{
    m_info->setVisible(shown);
    m_infoButton->setChecked(shown);
}

void PictureViewer::fillInfo(const PictureValue &picture)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto add = [this](const QString &label, const QString &text) {
        if (text.isEmpty())
            return;
        auto *words = new TextLabel(text, TextStyle::Body, Token::TextPrimary);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        words->setFocusPolicy(Qt::ClickFocus);
        m_facts->addRow(new TextLabel(label, TextStyle::Small, Token::TextSecondary), words);
    };
    auto *prompt = new TextLabel(picture.prompt, TextStyle::Body, Token::TextPrimary);
    prompt->setWordWrap(true);
    prompt->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    prompt->setFocusPolicy(Qt::ClickFocus);
    m_facts->addRow(prompt);
    add(tr("Service"), m_services->serviceName(picture.service));
    add(tr("Integration"), picture.integrationName);
    add(tr("Model"), picture.model);
    if (picture.seed)
        add(tr("Seed"), QString::number(*picture.seed));
    add(tr("Cost"), words::moneyOf(picture.costState, picture.cost));
    const QSize pixels = m_canvas->isLoaded() ? m_canvas->pixels() : picture.pixels;
    if (!pixels.isEmpty())
        add(tr("Size"), tr("%1 × %2").arg(pixels.width()).arg(pixels.height()));
    if (picture.seconds > 0)
        add(tr("Length"), tr("%1 s").arg(picture.seconds));
    add(tr("Made"), QLocale().toString(picture.madeAt.toLocalTime(), QLocale::ShortFormat));
    add(tr("File"), picture.fileName());
}

QString PictureViewer::infoText() const
{
    QStringList lines;
    for (const QLabel *label : m_info->widget()->findChildren<QLabel *>())
        lines.append(label->text());
    return lines.join(u'\n');
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    const PictureValue *picture = m_model->at(m_current);
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int by = (event->key() == Qt::Key_Right) != mirrored ? 1 : -1;
        if (event->modifiers() & Qt::ShiftModifier)
            m_canvas->pan({event->key() == Qt::Key_Left ? PanStep : -PanStep, 0});
        else
            go(by);
        return;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_canvas->pan({0, event->key() == Qt::Key_Up ? PanStep : -PanStep});
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas->zoomIn();
        return;
    case Qt::Key_Minus:
        m_canvas->zoomOut();
        return;
    case Qt::Key_0:
        m_canvas->zoomToFit();
        return;
    case Qt::Key_I:
        setInfoShown(!isInfoShown());
        return;
    case Qt::Key_Space:
        if (picture && picture->type == RequestType::Video)
            Q_EMIT openRequested(PictureValue(*picture));
        return;
    case Qt::Key_Delete:
        if (picture)
            Q_EMIT deleteRequested(PictureValue(*picture));
        return;
    case Qt::Key_S:
        if (control && picture)
            Q_EMIT saveRequested(PictureValue(*picture));
        return;
    case Qt::Key_U:
        if (control && picture)
            Q_EMIT startRequested(PictureValue(*picture));
        return;
    case Qt::Key_R:
        if (control && picture)
            Q_EMIT againRequested(PictureValue(*picture));
        return;
    default:
        QDialog::keyPressEvent(event);
    }
}

bool PictureViewer::eventFilter(QObject *watched, QEvent *event)
{
    // Buttons would take the arrows to go to their neighbours.
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down) {
            keyPressEvent(key);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void PictureViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(Token::BgWindow));
}

} // namespace keyway
